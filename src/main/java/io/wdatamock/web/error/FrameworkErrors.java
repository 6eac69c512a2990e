package io.wdatamock.web.error;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import io.wdatamock.wire.Sanitizer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Words for errors that Spring MVC reports. */
public final class FrameworkErrors {

    private FrameworkErrors() {}

    /** Returns the error for an exception of the framework. */
    public static ApiException translate(
            Exception error, HttpHeaders headers, HttpStatusCode status, HttpServletRequest request) {
        if (error instanceof HandlerMethodValidationException invalid) {
            return ApiException.badRequest(invalid.getParameterValidationResults().stream()
                    .map(FrameworkErrors::violation)
                    .toList());
        }
        if (error instanceof TypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (error instanceof HttpRequestMethodNotSupportedException method) {
            return notAllowed(method);
        }
        return ApiException.of(status.value(), message(error, status, request), headers.toSingleValueMap());
    }

    /** 405 with the methods sorted, because their order differs between starts. */
    private static ApiException notAllowed(HttpRequestMethodNotSupportedException error) {
        String[] methods = error.getSupportedMethods();
        String allowed = methods == null ? "" : Arrays.stream(methods).sorted().collect(Collectors.joining(", "));
        return ApiException.of(
                HttpStatus.METHOD_NOT_ALLOWED.value(),
                "The method was %s, but this path allows only %s"
                        .formatted(Sanitizer.clean(error.getMethod()), allowed),
                Map.of(HttpHeaders.ALLOW, allowed));
    }

    private static String message(Exception error, HttpStatusCode status, HttpServletRequest request) {
        if (error instanceof NoHandlerFoundException || error instanceof NoResourceFoundException) {
            return noRoute(request.getMethod(), request.getRequestURI(), ErrorFormat.of(request.getServletPath()));
        }
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "Error" : known.getReasonPhrase();
    }

    /** 500: a failure that is not the client's; the details are in the log only. */
    public static ApiException unexpected() {
        return ApiException.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "The mock server failed unexpectedly; its log says how");
    }

    /** 408: the client has stopped sending, or sends too slowly. */
    public static ApiException lateBody() {
        return ApiException.of(
                HttpStatus.REQUEST_TIMEOUT, "The body did not arrive in time; send it without long pauses");
    }

    /** 400: the body ended early or is malformed. */
    public static ApiException brokenBody() {
        return ApiException.badRequest(
                null, "The body ended early or is not well-formed; send as much as Content-Length or chunks announce");
    }

    /** The message of a 404 for a path that does not exist. */
    public static String noRoute(String method, String path, ErrorFormat shape) {
        return "There is no route %s %s; the OpenAPI document at %s lists the existing ones"
                .formatted(Sanitizer.clean(method), Sanitizer.clean(path), shape.document());
    }

    private static BaseErrorResponseDetail violation(ParameterValidationResult result) {
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        String reasons = String.join(
                " and ",
                result.getResolvableErrors().stream()
                        .map(error -> String.valueOf(error.getDefaultMessage()))
                        .toList());
        return ApiException.detail(
                400, "%s was %s, but %s".formatted(name, shown(result.getArgument()), reasons), name);
    }

    private static ApiException mismatch(TypeMismatchException mismatch) {
        String name = String.valueOf(mismatch.getPropertyName());
        Throwable reason = mismatch.getMostSpecificCause();
        return ApiException.badRequest(
                name, "%s was %s, but %s".formatted(name, shown(mismatch.getValue()), reason.getMessage()));
    }

    private static String shown(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean || value == null
                ? String.valueOf(value)
                : Sanitizer.quote(value);
    }
}
