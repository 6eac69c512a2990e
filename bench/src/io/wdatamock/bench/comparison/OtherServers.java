package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Server;
import io.wdatamock.bench.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers to compare with. They return responses that this server once returned. */
final class OtherServers {

    private static final Path DIRECTORY = Path.of("target/bench");
    private static final String OUR_FLAGS = "@target/dist/java.options";

    private OtherServers() {}

    /** Has this server answer each request once, and writes the responses for the other servers. */
    static void prepare(ServerCommand ours) throws IOException {
        Path mappings = Files.createDirectories(DIRECTORY.resolve("wiremock/mappings"));
        try (Server server = Server.start(ours, Work.REFRESH.request())) {
            for (Work work : Work.values()) {
                String body = Client.once(server.port(), work.request()).body();
                Files.writeString(mappings.resolve(work + ".json"), stub(work, body));
            }
            String refresh = Client.once(server.port(), Work.REFRESH.request()).body();
            Files.writeString(DIRECTORY.resolve("fixed.json"), refresh);
        }
    }

    /** WireMock in its fastest form: a static stub, and no journal of the requests. */
    static ServerCommand wireMock() {
        return wireMock("WireMock", List.of(), "--no-request-journal");
    }

    static ServerCommand wireMockWithOurFlags() {
        return wireMock("WireMock with our flags", List.of(OUR_FLAGS), "--no-request-journal");
    }

    /** WireMock with a journal of as many requests as this server keeps; its default is without a limit. */
    static ServerCommand wireMockWithJournal() {
        return wireMock("WireMock with journal", List.of(), "--max-request-journal-entries", "1000");
    }

    static ServerCommand jdkServer() {
        return fixedResponse("JDK server", "jdk", List.of());
    }

    static ServerCommand bareTomcat() {
        return fixedResponse("Tomcat alone", "tomcat", List.of(OUR_FLAGS));
    }

    private static ServerCommand fixedResponse(String name, String kind, List<String> flags) {
        return java(
                name,
                flags,
                "-cp",
                System.getProperty("java.class.path"),
                FixedResponseServer.class.getName(),
                kind,
                "{port}",
                DIRECTORY.resolve("fixed.json").toString());
    }

    private static ServerCommand wireMock(String name, List<String> flags, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-jar", DIRECTORY + "/lib/wiremock-standalone.jar"));
        arguments.addAll(List.of("--port", "{port}", "--bind-address", "127.0.0.1", "--disable-banner"));
        arguments.addAll(List.of("--root-dir", DIRECTORY.resolve("wiremock").toString()));
        arguments.addAll(List.of(options));
        return java(name, flags, arguments.toArray(String[]::new));
    }

    private static ServerCommand java(String name, List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ServerCommand.java(ServerCommand.JAVA_HOME)));
        command.addAll(flags);
        command.addAll(List.of(arguments));
        return new ServerCommand(name, command, Map.of(), ServerCommand.JAVA_HOME);
    }

    private static String stub(Work work, String body) {
        return """
                {"request": {"method": "%s", "urlPath": "%s"},
                 "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": "%s"}}
                """.formatted(
                        work.request().method(),
                        work.request().path(),
                        body.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
