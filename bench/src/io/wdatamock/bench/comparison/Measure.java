package io.wdatamock.bench.comparison;

/**
 * Something that was measured of every server.
 *
 * @param format how a value is written, with its unit
 */
record Measure(String name, String format) {

    static final Measure START = new Measure("start to first 200", "%.2f s");
    static final Measure MEMORY = new Measure("memory after load", "%.0f MiB");

    static Measure throughput(Work work) {
        return new Measure(work + ", requests/s", "%,.0f");
    }

    static Measure p99(Work work) {
        return new Measure(work + ", p99", "%.1f ms");
    }

    static Measure cpu(Work work) {
        return new Measure(work + ", processor time", "%.0f µs");
    }

    String show(double value) {
        return format.formatted(value);
    }
}
