package io.wdatamock.upstream;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.memory.OutOfMemoryExit;
import io.wdatamock.memory.Segments;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.VendorOperation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The real service that answers the vendor's operations instead of the mock, if {@code wdata-mock.upstream.url} is set.
 * Redirects are not followed, and TLS certificates are verified.
 */
@Component
public final class Upstream {

    private static final int FIRST_STATUS = 200;
    private static final int LAST_STATUS = 599;

    private final @Nullable String url;
    private final @Nullable String tokenUrl;
    private final Duration timeout;
    private final long maxBody;
    private @Nullable HttpClient client;

    Upstream(WdataMockProperties properties) {
        this.url = properties.upstream().url();
        this.tokenUrl = properties.upstream().tokenUrl();
        this.timeout = properties.upstream().timeout();
        this.maxBody = properties.maxBody().toBytes();
    }

    /** Returns the URL of the real service; empty if the mock answers. */
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /**
     * Sends a request and returns the response.
     *
     * @throws ApiException with 502 if the upstream cannot be reached, breaks off or sends too large a body, and with
     *     504 if it does not answer in time
     */
    public UpstreamResponse send(UpstreamRequest request) {
        URI target = target(request);
        BoundedBody body = new BoundedBody(maxBody, request.reserve());
        CompletableFuture<HttpResponse<Segments>> exchange =
                client().sendAsync(forwarded(target, request), head -> body);
        try {
            HttpResponse<Segments> response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            requireFinal(response.statusCode(), target);
            return new UpstreamResponse(
                    response.statusCode(), EndToEndHeaders.of(response.headers().map()), response.body());
        } catch (TimeoutException e) {
            throw late(target);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException error) {
                throw error;
            }
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            OutOfMemoryExit.check(cause);
            throw cause instanceof HttpTimeoutException ? late(target) : failure(target, reason(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.unavailable("The server is stopping");
        } finally {
            body.abandon();
            exchange.cancel(true);
        }
    }

    private static HttpRequest forwarded(URI target, UpstreamRequest request) {
        try {
            HttpRequest.Builder forwarded = HttpRequest.newBuilder(target).method(request.method(), request.body());
            request.headers().forEach((name, values) -> values.forEach(value -> forwarded.header(name, value)));
            return forwarded.build();
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest(
                    null, "The request cannot be forwarded, because its method or a header is not valid");
        }
    }

    /** Returns the path to which a token request with this path is sent. */
    public String tokenPath(String path) {
        return tokenUrl == null ? path : URI.create(tokenUrl).getPath();
    }

    /** Returns a 502 that names the upstream and what is wrong with its response. */
    public ApiException failure(UpstreamRequest request, String reason) {
        return failure(target(request), reason);
    }

    private ApiException late(URI target) {
        return ApiException.of(
                HttpStatus.GATEWAY_TIMEOUT,
                "The upstream %s did not answer within %s; wdata-mock.upstream.timeout sets another limit"
                        .formatted(name(target), timeout));
    }

    private static ApiException failure(URI target, String reason) {
        return ApiException.of(HttpStatus.BAD_GATEWAY, "The upstream %s %s".formatted(name(target), reason));
    }

    /** Returns the URL of a request: that of tokens, or the path of the operation below the base path. */
    private URI target(UpstreamRequest request) {
        try {
            return uri(request);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest(
                    null, "The URL was %s, but must be valid in RFC 3986".formatted(Sanitizer.quote(request.path())));
        }
    }

    private URI uri(UpstreamRequest request) {
        String base = Objects.requireNonNull(url, "wdata-mock.upstream.url");
        if (request.operation() != VendorOperation.ISSUE_TOKEN) {
            return URI.create(base.replaceFirst("/+$", "") + request.target());
        }
        if (tokenUrl != null) {
            return URI.create(request.query() == null ? tokenUrl : tokenUrl + '?' + request.query());
        }
        return URI.create(base).resolve(request.target());
    }

    private static void requireFinal(int status, URI target) {
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            throw failure(target, "answered with status %d, but must answer with 200 to 599".formatted(status));
        }
    }

    /** Returns the URL without query, which may contain secrets. */
    private static String name(URI target) {
        return "%s://%s%s".formatted(target.getScheme(), target.getRawAuthority(), target.getRawPath());
    }

    private static String reason(Throwable cause) {
        if (cause instanceof ConnectException) {
            return "cannot be reached; check wdata-mock.upstream.url and the network";
        }
        String detail =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        if (cause instanceof SSLException) {
            return "cannot be trusted: " + detail;
        }
        return cause instanceof IOException ? "broke off: " + detail : "failed: " + detail;
    }

    /** Creates the client at its first use, because it starts a thread. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(timeout)
                    .build();
        }
        return client;
    }
}
