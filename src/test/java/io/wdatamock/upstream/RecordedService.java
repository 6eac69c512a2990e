package io.wdatamock.upstream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP service on loopback that records requests and answers as the test defines. */
public final class RecordedService implements AutoCloseable {

    /** A received request. */
    public record Received(String method, String target, Headers headers, String body) {}

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // headers and body are separate packets
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile HttpHandler handler = answer(200, Map.of(), "{}");

    public RecordedService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers all further requests in this way, and forgets those received. */
    public void answerWith(HttpHandler next) {
        received.clear();
        handler = next;
    }

    /** Answers all further requests with a status, headers, and a body of JSON unless the headers name another type. */
    public void answerWith(int status, Map<String, String> headers, String body) {
        answerWith(answer(status, headers, body));
    }

    public List<Received> received() {
        return received;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8)));
        exchange.setStreams(new ByteArrayInputStream(body), null); // the handler reads the body again
        handler.handle(exchange);
        exchange.close();
    }

    private static HttpHandler answer(int status, Map<String, String> headers, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Sends a body with its length. */
    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
