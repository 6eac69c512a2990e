import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Creates the AOT cache of a distribution: starts it, sends requests, and stops it; the JVM then writes the cache. Needs
 * the Java that will use the cache, 25 or newer.
 *
 * <pre>java Train.java target/dist</pre>
 */
public final class Train {

    /** How often each request is sent; methods that run often enough are compiled early when the cache is used. */
    private static final int ROUNDS = 200;

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(3);

    private static final Pattern BATCH_ID = Pattern.compile("\"batchRefreshId\":\"([^\"]+)\"");

    /** A request and the status of its response. */
    private record Call(String method, String path, String body, int status) {

        static Call get(String path) {
            return new Call("GET", path, "", 200);
        }

        static Call post(String path, String body) {
            return new Call("POST", path, body, 200);
        }

        static Call put(String path, String body) {
            return new Call("PUT", path, body, 200);
        }

        Call answeredWith(int other) {
            return new Call(method, path, body, other);
        }
    }

    private static final List<Call> ONCE =
            List.of(Call.put("/sandbox/training/__mock/settings", "{\"validation\": \"strict\", \"rateLimit\": null}"));

    private static final List<Call> EACH_ROUND = List.of(
            Call.post("/oauth2/token", "grant_type=client_credentials&client_id=training&client_secret=training"),
            Call.get("/api/v1/connections?limit=10"),
            Call.get("/api/v1/connections/always-succeeds"),
            Call.post("/s/wdata/prep/api/v1/connections/instant/refresh", ""),
            Call.post(
                    "/sandbox/training/api/v1/connections/instant/refresh", "{\"sourceParameters\": {\"year\": 2026}}"),
            Call.get("/s/wdata/prep/api/v1/connections/instant/status"),
            Call.post("/api/v1/connections/stuck/refresh", "{}"),
            Call.post("/api/v1/connections/stuck/refresh", "{}").answeredWith(409),
            Call.post("/api/v1/connections/batch/refresh", """
                    [{"connectionId": "trial-balance-to-10k"}, {"connectionId": "cash-flow-to-10k"}]"""),
            Call.get("/api/v1/connections/batch/refresh/{batchId}"),
            Call.get("/api/v1/connections/unknown").answeredWith(404),
            Call.post("/api/v1/connections/instant/refresh", "{\"sourceParameters\": 1}")
                    .answeredWith(400),
            Call.get("/__mock/connections"),
            Call.put(
                    "/__mock/connections/instant/scripts",
                    "[{\"outcome\": \"fail_source\"}, {\"outcome\": \"succeed\"}]"),
            Call.post("/__mock/faults", "{\"times\": 1, \"effect\": {\"type\": \"status\", \"status\": 503}}")
                    .answeredWith(201),
            Call.get("/api/v1/connections").answeredWith(503),
            Call.put("/__mock/clock", "{\"mode\": \"frozen\"}"),
            Call.post("/__mock/clock/advance", "{\"by\": \"PT5S\"}"),
            Call.get("/__mock/runs"),
            Call.get("/__mock/requests?limit=5"),
            Call.post("/__mock/requests/verify", "{\"operation\": \"refreshConnection\", \"count\": {\"atLeast\": 1}}"),
            Call.post("/__mock/reset", "").answeredWith(204));

    private final Path distribution;
    private final Path log;
    private final String url;
    private final Process server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The ID of the newest batch. */
    private String batchId = "none";

    private Train(Path distribution, int port) throws IOException {
        this.distribution = distribution;
        this.log = Files.createTempFile("wdata-mock-training", ".log");
        this.url = "http://127.0.0.1:" + port;
        this.server = start(port);
        // The server is stopped even if the training fails or is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        log.toFile().deleteOnExit();
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            throw new IllegalArgumentException("Name the folder of the distribution, such as target/dist");
        }
        Train training = new Train(Path.of(args[0]).toRealPath(), freePort());
        try {
            training.run();
        } catch (IllegalStateException | IOException e) {
            System.err.println(e.getMessage() + "\nThe server printed:\n" + Files.readString(training.log));
            System.exit(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Uses the launcher, so that the cache is created with the options that it is used with. */
    private Process start(int port) throws IOException {
        Path aot = Files.createDirectories(distribution.resolve("aot"));
        Files.deleteIfExists(aot.resolve("wdata-mock.aot"));
        ProcessBuilder builder = new ProcessBuilder(
                distribution.resolve("bin/wdata-mock").toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port);
        builder.environment().keySet().retainAll(List.of("PATH", "LANG", "TMPDIR"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Relative to the working directory, because a path with a blank would be split.
        builder.environment().put("JAVA_OPTS", "-XX:AOTCacheOutput=aot/wdata-mock.aot");
        return builder.directory(distribution.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private void run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        awaitReadiness();
        for (Call call : ONCE) {
            send(call);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Call call : EACH_ROUND) {
                send(call);
            }
        }
        stop();
        describe();
        System.out.printf(
                "Trained %s by %d requests in %.1f s: %d MiB%n",
                cache(),
                ONCE.size() + ROUNDS * EACH_ROUND.size(),
                (System.nanoTime() - began) / 1e9,
                Files.size(cache()) >> 20);
    }

    private void awaitReadiness() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The server did not become ready at " + url);
            }
            Thread.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void send(Call call) throws IOException, InterruptedException {
        String form = "application/x-www-form-urlencoded";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + call.path().replace("{batchId}", batchId)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer training")
                .header("Content-Type", call.path().equals("/oauth2/token") ? form : "application/json")
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != call.status()) {
            throw new IllegalStateException("%s %s was to be answered with %d, not with %d: %s"
                    .formatted(call.method(), request.uri(), call.status(), answer.statusCode(), answer.body()));
        }
        Matcher matcher = BATCH_ID.matcher(answer.body());
        batchId = matcher.find() ? matcher.group(1) : batchId;
    }

    private void stop() throws IOException, InterruptedException {
        server.destroy();
        if (!server.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server was still writing its AOT cache after " + LONGEST_STOP);
        }
        if (!Files.isRegularFile(cache())) {
            throw new IllegalStateException("The server stopped without writing " + cache());
        }
    }

    /** Writes the Java release and the jar's modification time beside the cache; the launcher compares them. */
    private void describe() throws IOException {
        Path release = Path.of(System.getProperty("java.home"), "release");
        Files.copy(release, distribution.resolve("aot/release"), StandardCopyOption.REPLACE_EXISTING);
        Path stamp = distribution.resolve("aot/jar");
        Files.writeString(stamp, "Has the time of the jar that the cache was made with.\n");
        Files.setLastModifiedTime(stamp, Files.getLastModifiedTime(distribution.resolve("wdata-mock.jar")));
    }

    private Path cache() {
        return distribution.resolve("aot/wdata-mock.aot");
    }
}
