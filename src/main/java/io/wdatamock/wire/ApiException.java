package io.wdatamock.wire;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** An error response: status, headers and details. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<BaseErrorResponseDetail> details;
    private final transient Map<String, String> headers;

    private ApiException(int status, List<BaseErrorResponseDetail> details, Map<String, String> headers) {
        super(details.get(0).message(), null, false, false);
        this.status = status;
        this.details = List.copyOf(details);
        this.headers = Map.copyOf(headers);
    }

    /** Returns an error with any status and additional headers. */
    public static ApiException of(int status, String message, Map<String, String> headers) {
        return new ApiException(status, List.of(detail(status, message, null)), headers);
    }

    public static ApiException of(HttpStatus status, String message) {
        return of(status.value(), message, Map.of());
    }

    /** 400 with one detail; the target is the field or parameter. */
    public static ApiException badRequest(@Nullable String target, String message) {
        return badRequest(List.of(detail(400, message, target)));
    }

    /** 400 with several details. */
    public static ApiException badRequest(List<BaseErrorResponseDetail> details) {
        return new ApiException(400, details, Map.of());
    }

    /** 401 with a challenge (RFC 9110, section 11.6.1). */
    public static ApiException unauthorized(String challenge, String message) {
        return of(401, message, Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }

    public static ApiException forbidden(String target, String message) {
        return about(HttpStatus.FORBIDDEN, target, message);
    }

    public static ApiException notFound(String target, String message) {
        return about(HttpStatus.NOT_FOUND, target, message);
    }

    public static ApiException conflict(String target, String message) {
        return about(HttpStatus.CONFLICT, target, message);
    }

    public static ApiException locked(String target, String message) {
        return about(HttpStatus.LOCKED, target, message);
    }

    /** 413: the body has more bytes than the limit. */
    public static ApiException tooLarge(long limit) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than the limit of " + limit + " bytes; send a smaller one");
    }

    /** 429 with {@code Retry-After} in whole seconds, rounded up. */
    public static ApiException tooManyRequests(String message, Duration retryAfter) {
        return of(429, message, retryAfter(retryAfter));
    }

    public static ApiException unavailable(String message) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, message);
    }

    /** Returns the {@code Retry-After} header, in whole seconds, rounded up. */
    public static Map<String, String> retryAfter(Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        return Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** Returns a detail with the code that belongs to the status. */
    public static BaseErrorResponseDetail detail(int status, String message, @Nullable String target) {
        HttpStatus known = HttpStatus.resolve(status);
        String code = known == null ? "status_" + status : known.name().toLowerCase(Locale.ROOT);
        return new BaseErrorResponseDetail(code, message, target);
    }

    private static ApiException about(HttpStatus status, String target, String message) {
        return new ApiException(status.value(), List.of(detail(status.value(), message, target)), Map.of());
    }

    public int status() {
        return status;
    }

    public List<BaseErrorResponseDetail> details() {
        return details;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the body of the error in the vendor's format. */
    public VendorError toVendorError() {
        if (status == 400) {
            return new VendorError.MultiError(
                    details.stream().map(BaseErrorResponseDetail::message).toList(), status, details);
        }
        return new VendorError.SingleError(details.get(0).message(), status, details);
    }
}
