package io.wdatamock.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A web site with an empty page, whose scripts are those of the test. */
final class ForeignSite implements AutoCloseable {

    private static final byte[] PAGE = "<!doctype html><title>A foreign page</title>".getBytes(StandardCharsets.UTF_8);

    private final HttpServer site;

    ForeignSite() {
        try {
            site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        site.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, PAGE.length);
                exchange.getResponseBody().write(PAGE);
            }
        });
        site.start();
    }

    /** Returns the address of its host names. */
    String address() {
        return "127.0.0.1:" + site.getAddress().getPort();
    }

    @Override
    public void close() {
        site.stop(0);
    }
}
