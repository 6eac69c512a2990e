package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Contestant;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The servers that this one is compared with. All they can do is repeat what this one once answered. */
final class Rivals {

    private static final Path DIRECTORY = Path.of("target/bench");
    private static final Path WIREMOCK_JAR = DIRECTORY.resolve("lib/wiremock-standalone.jar");

    private Rivals() {}

    /** Has a server answer each work once, and writes the answers to where the rivals find them. */
    static void prepare(Contestant ours) throws IOException {
        Path mappings = Files.createDirectories(DIRECTORY.resolve("wiremock/mappings"));
        try (Server server = Server.start(ours, Work.REFRESH.request())) {
            for (Work work : Work.values()) {
                String answer = Client.once(server.port(), work.request()).body();
                Files.writeString(mappings.resolve(work + ".json"), stub(work, answer));
            }
            String refresh = Client.once(server.port(), Work.REFRESH.request()).body();
            Files.writeString(DIRECTORY.resolve("floor.json"), refresh);
        }
    }

    /** WireMock at its best: a static stub, and no journal of the requests. */
    static Contestant wireMock() {
        return wireMock("WireMock", List.of(), "--no-request-journal");
    }

    /** WireMock at its best, run by the JVM as ours is. */
    static Contestant wireMockWithOurFlags() {
        return wireMock("WireMock with our flags", List.of("@" + Contestant.FLAGS), "--no-request-journal");
    }

    /** WireMock with a journal of as many requests as ours keeps; as it comes, it keeps them all. */
    static Contestant wireMockWithJournal() {
        return wireMock("WireMock with journal", List.of(), "--max-request-journal-entries", "1000");
    }

    /** The JDK's HTTP server. */
    static Contestant floor() {
        return repeater("JDK server", Floor.class, List.of());
    }

    /** The servlet container of this server without the server, run by the JVM as ours is. */
    static Contestant bareTomcat() {
        return repeater("Tomcat alone", BareTomcat.class, List.of("@" + Contestant.FLAGS));
    }

    private static Contestant repeater(String name, Class<?> main, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Contestant.JAVA);
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "{port}",
                DIRECTORY.resolve("floor.json").toString()));
        return new Contestant(name, command);
    }

    private static Contestant wireMock(String name, List<String> flags, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Contestant.JAVA);
        command.addAll(flags);
        command.addAll(List.of(
                "-jar",
                WIREMOCK_JAR.toString(),
                "--port",
                "{port}",
                "--bind-address",
                "127.0.0.1",
                "--root-dir",
                DIRECTORY.resolve("wiremock").toString(),
                "--disable-banner"));
        command.addAll(List.of(options));
        return new Contestant(name, command);
    }

    private static String stub(Work work, String answer) {
        return """
                {"request": {"method": "%s", "urlPath": "%s"},
                 "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": "%s"}}
                """.formatted(
                        work.request().method(),
                        work.request().path(),
                        answer.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
