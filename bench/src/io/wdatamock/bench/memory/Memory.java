package io.wdatamock.bench.memory;

import io.wdatamock.bench.Server;
import io.wdatamock.bench.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs attacks on memory against the server in each form and on each Java, and fails if the server does not survive
 * one. In the full form each attack gets a new server; in the short form a server that survives gets the next attack
 * too.
 */
final class Memory {

    private static final String DISTRIBUTION = "distribution";
    private static final String JAR = "jar";
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private final List<Path> javaHomes = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private boolean isShort;

    /** The largest heap, as in {@code -Xmx}; empty for the documented one. */
    private String heap = "";

    private boolean isFailed;

    public static void main(String[] args) throws IOException, InterruptedException {
        Memory memory = new Memory();
        memory.parse(args);
        memory.run();
        System.exit(memory.isFailed ? 1 : 0);
    }

    private void parse(String... args) {
        for (String option : args) {
            String value = option.substring(option.indexOf('=') + 1);
            switch (option.replaceFirst("=.*", "")) {
                case "--short" -> isShort = true;
                case "--java" -> javaHomes.add(Path.of(value));
                case "--form" -> forms.add(value);
                case "--case" -> names.add(value);
                case "--heap" -> heap = value;
                default -> throw new IllegalArgumentException(option + " is not an option of bench/memory");
            }
        }
        if (javaHomes.isEmpty()) {
            javaHomes.add(ServerCommand.JAVA_HOME);
        }
        if (forms.isEmpty()) {
            forms.addAll(List.of(DISTRIBUTION, JAR));
        }
    }

    private void run() throws IOException, InterruptedException {
        System.out.println(Trial.HEADER);
        for (Path javaHome : javaHomes) {
            for (String form : forms) {
                attack(form, javaHome);
            }
        }
    }

    private void attack(String form, Path javaHome) throws IOException, InterruptedException {
        List<Attack> attacks = Stream.of(LargeRequests.all(), ManyClients.all())
                .flatMap(List::stream)
                .filter(attack -> names.isEmpty() || names.stream().anyMatch(attack.name()::startsWith))
                .toList();
        Server server = null;
        for (Attack attack : attacks) {
            server = server == null ? Server.start(command(form, javaHome), Server.READINESS) : server;
            Trial trial = new Trial(server);
            trial.run(attack, isShort ? attack.shortRepeats() : attack.repeats());
            System.out.println(trial.row(attack, form, majorVersion(javaHome)));
            isFailed |= !trial.isSurvived();
            if (!isShort || !trial.isSurvived()) {
                server.close();
                server = null;
            }
        }
        if (server != null) {
            server.close();
        }
    }

    private ServerCommand command(String form, Path javaHome) {
        return switch (form) {
            case DISTRIBUTION ->
                ServerCommand.distribution(javaHome, "-XX:MaxRAM=256m" + (heap.isEmpty() ? "" : " -Xmx" + heap));
            case JAR -> ServerCommand.jar(javaHome, heap.isEmpty() ? "128m" : heap);
            default -> throw new IllegalArgumentException(form + " is not a form; name distribution or jar");
        };
    }

    private static int majorVersion(Path javaHome) throws IOException {
        Matcher version = VERSION.matcher(Files.readString(javaHome.resolve("release")));
        if (!version.find()) {
            throw new IllegalStateException("No JAVA_VERSION in %s/release".formatted(javaHome));
        }
        return Integer.parseInt(version.group(1));
    }
}
