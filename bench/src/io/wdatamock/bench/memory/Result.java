package io.wdatamock.bench.memory;

import java.util.Locale;

/**
 * What an attack showed.
 *
 * @param before bytes of the heap in use before it
 * @param after bytes in use after it, with the sandboxes still there
 * @param dropped bytes in use when the sandboxes had been deleted
 */
record Result(String verdict, Answers answers, double slowestProbe, long before, long after, long dropped) {

    static final String SURVIVED = "survived";
    static final String HEADER = """
            | case | form | Java | result | answers | slowest probe | heap before | after | sandboxes dropped |
            |---|---|---|---|---|---|---|---|---|""";

    boolean isGood() {
        return verdict.equals(SURVIVED);
    }

    String row(String attack, Form form, int java) {
        return "| %s | %s | %d | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        attack,
                        form,
                        java,
                        isGood() ? verdict : "**" + verdict + "**",
                        answers,
                        "%.1f s".formatted(slowestProbe),
                        mebibytes(before),
                        mebibytes(after),
                        mebibytes(dropped));
    }

    private static String mebibytes(long bytes) {
        return bytes < 0 ? "–" : String.format(Locale.ROOT, "%.0f MiB", bytes / 1048576.0);
    }
}
