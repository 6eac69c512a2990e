package io.wdatamock.web;

import io.wdatamock.memory.Segments;
import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.upstream.EndToEndHeaders;
import io.wdatamock.upstream.Upstream;
import io.wdatamock.upstream.UpstreamRequest;
import io.wdatamock.upstream.UpstreamResponse;
import io.wdatamock.web.body.ContentCoding;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.VendorOperation;
import io.wdatamock.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectReader;

/** Forwards requests to the upstream, if there is one, and returns its responses unchanged. */
@Component
final class UpstreamForwarder {

    private static final String CORS = "access-control-";

    /** The decoded bytes that are checked, because a compressed body may be very long. */
    private static final long LONGEST_CHECKED = 16 << 20;

    /** Does not look for duplicate names, which the service may send. */
    private static final ObjectReader JSON =
            WireJson.MAPPER.reader().without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private final Upstream upstream;

    UpstreamForwarder(Upstream upstream) {
        this.upstream = upstream;
    }

    /** Whether an upstream answers the vendor's operations instead of the mock. */
    boolean isActive() {
        return upstream.url().isPresent();
    }

    /** Forwards a request and copies the response; throws 502 or 504 if there is none or if it is not JSON. */
    void forward(
            VendorOperation operation, Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        Segments body = exchange.body().content();
        Map<String, List<String>> headers = EndToEndHeaders.of(headers(request));
        ExchangeObserver observer = new ExchangeObserver(exchange, request, headers, upstream);
        UpstreamRequest forwarded = new UpstreamRequest(
                operation,
                request.getMethod(),
                request.getRequestURI().substring(request.getContextPath().length()),
                request.getQueryString(),
                headers,
                publisher(body),
                exchange.inFlight()::reserve);
        UpstreamResponse received = send(forwarded, exchange);
        requireJson(forwarded, received);
        observer.observe(received);
        exchange.explanation()
                .because("Answered by the upstream " + upstream.url().orElseThrow());
        copy(received, response);
    }

    /** The request counts as waiting, because the upstream decides how long it takes. */
    private UpstreamResponse send(UpstreamRequest request, Exchange exchange) {
        WaitingRequests.Permit permit = exchange.inFlight().startWaiting();
        try {
            return upstream.send(request);
        } finally {
            permit.close();
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private static BodyPublisher publisher(Segments body) {
        return body.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(body::inputStream), body.size());
    }

    private void requireJson(UpstreamRequest request, UpstreamResponse response) {
        boolean isSuccess = HttpStatusCode.valueOf(response.status()).is2xxSuccessful();
        if (response.body().size() == 0 && (!isSuccess || HttpMethod.HEAD.matches(request.method()))) {
            return;
        }
        if (!isJson(response)) {
            String type = String.join(", ", response.header(HttpHeaders.CONTENT_TYPE));
            throw upstream.failure(
                    request,
                    "answered %d with a body that is not JSON (%d bytes, Content-Type %s)"
                            .formatted(response.status(), response.body().size(), type.isEmpty() ? "missing" : type));
        }
    }

    /** Whether the body is one JSON value. A body with an unknown coding, and the end of a very long one, are not checked. */
    private static boolean isJson(UpstreamResponse response) {
        ContentCoding coding = ContentCoding.of(response.header(HttpHeaders.CONTENT_ENCODING));
        if (coding == ContentCoding.UNKNOWN) {
            return true;
        }
        try (InputStream decoded = coding.decode(response.body().inputStream());
                JsonParser parser = JSON.createParser(decoded)) {
            JsonToken token = parser.nextToken();
            int depth = 0;
            while (token != null) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0 || parser.currentTokenLocation().getByteOffset() > LONGEST_CHECKED) {
                    return depth > 0 || parser.nextToken() == null;
                }
                token = parser.nextToken();
            }
            return false;
        } catch (JacksonException | IOException e) {
            return false;
        }
    }

    private static void copy(UpstreamResponse received, HttpServletResponse response) {
        try {
            received.body().writeTo(response.getOutputStream(), Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the response is buffered in memory
        } catch (ApiException e) {
            response.resetBuffer(); // there is no memory for all of it
            throw e;
        }
        response.setStatus(received.status());
        received.headers().forEach((name, values) -> {
            boolean isOfThisServer = name.toLowerCase(Locale.ROOT).startsWith(CORS) && response.containsHeader(name);
            if (!isOfThisServer) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
    }
}
