package io.wdatamock.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A reverse proxy that adds a path prefix, of which the server is not informed. It can be stopped and restarted. */
final class Proxy implements AutoCloseable {

    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "host", "transfer-encoding", "date", "http2-settings", "upgrade");

    private final URI server;
    private final String prefix;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer front;

    Proxy(URI server, String prefix) {
        this.server = server;
        this.prefix = prefix;
        this.front = start(0);
    }

    /** Returns the URL of a path below the prefix. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort() + prefix + path);
    }

    /** Closes all connections and the port. */
    void stop() {
        front.stop(0);
    }

    /** Opens the same port again. */
    void restart() {
        front = start(front.getAddress().getPort());
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    private HttpServer start(int port) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext(prefix + "/", this::pass);
            started.setExecutor(threads);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<InputStream> response =
                    client.send(request(exchange), HttpResponse.BodyHandlers.ofInputStream());
            response.headers().map().forEach((name, values) -> passOn(name, values, exchange));
            boolean empty = response.statusCode() == 204 || response.statusCode() == 304;
            exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : 0);
            if (!empty) {
                copy(response.body(), exchange.getResponseBody());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring(prefix.length());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)))
                        .forEach(value -> request.header(name, value)));
        return request.build();
    }

    private static void passOn(String name, List<String> values, HttpExchange exchange) {
        if (!NOT_PASSED_ON.contains(name) && !name.startsWith(":")) {
            exchange.getResponseHeaders().put(name, values);
        }
    }

    /** Copies each byte as it arrives, because an event stream does not end. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }
}
