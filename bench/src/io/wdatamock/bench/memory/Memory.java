package io.wdatamock.bench.memory;

import io.wdatamock.bench.memory.Attack.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs attacks on memory against the server in each form and on each Java, and fails if one of them was not survived. In the
 * full form each attack gets a fresh server; in the short form a server that survives gets the next attack too.
 */
public final class Memory {

    private final Options options;
    private boolean failed;

    private Memory(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Memory memory = new Memory(Options.parse(arguments));
        memory.run();
        System.exit(memory.failed ? 1 : 0);
    }

    private void run() throws IOException, InterruptedException {
        System.out.println(Result.HEADER);
        for (Path java : options.javas()) {
            for (Form form : options.forms()) {
                attack(form, java);
            }
        }
    }

    private void attack(Form form, Path java) throws IOException, InterruptedException {
        Subject server = null;
        for (Case attack : options.cases()) {
            server = server == null ? Subject.start(form, java, options.heap()) : server;
            int repeats = options.isShort() ? attack.brief() : attack.full();
            Result result = new Trial(server).run(attack, repeats);
            System.out.println(result.row(attack.name(), form, majorVersion(java)));
            failed |= !result.isGood();
            if (!options.isShort() || !result.isGood()) {
                server.close();
                server = null;
            }
        }
        if (server != null) {
            server.close();
        }
    }

    private static int majorVersion(Path java) throws IOException {
        Matcher version = Pattern.compile("JAVA_VERSION=\"(\\d+)").matcher(Files.readString(java.resolve("release")));
        if (!version.find()) {
            throw new IllegalStateException("No JAVA_VERSION in %s/release".formatted(java));
        }
        return Integer.parseInt(version.group(1));
    }

    /**
     * The options of the command line.
     *
     * @param heap the largest heap, as in {@code -Xmx}; empty for the documented one
     */
    private record Options(boolean isShort, List<Path> javas, List<Form> forms, List<Case> cases, String heap) {

        static Options parse(String... arguments) {
            boolean isShort = false;
            String heap = "";
            List<Path> javas = new ArrayList<>();
            List<Form> forms = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (String argument : arguments) {
                String value = argument.substring(argument.indexOf('=') + 1);
                switch (argument.replaceFirst("=.*", "")) {
                    case "--short" -> isShort = true;
                    case "--java" -> javas.add(Path.of(value));
                    case "--form" -> forms.add(Form.valueOf(value.toUpperCase(Locale.ROOT)));
                    case "--case" -> names.add(value);
                    case "--heap" -> heap = value;
                    default -> throw new IllegalArgumentException(argument + " is not an option of bench/memory");
                }
            }
            List<Case> cases = Stream.of(LargeRequests.all(), ControlRequests.all(), ManyClients.all())
                    .flatMap(List::stream)
                    .filter(each -> names.isEmpty() || names.stream().anyMatch(each.name()::startsWith))
                    .toList();
            return new Options(
                    isShort,
                    javas.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : javas,
                    forms.isEmpty() ? Arrays.asList(Form.values()) : forms,
                    cases,
                    heap);
        }
    }
}
