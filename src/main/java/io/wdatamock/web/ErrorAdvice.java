package io.wdatamock.web;

import io.wdatamock.memory.OutOfMemoryExit;
import io.wdatamock.web.error.AbortedDownload;
import io.wdatamock.web.error.ErrorFormat;
import io.wdatamock.web.error.FrameworkErrors;
import io.wdatamock.web.redaction.Redaction;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Converts exceptions to error responses in the format of the path. */
@RestControllerAdvice
final class ErrorAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final Redaction redaction;

    ErrorAdvice(Redaction redaction) {
        this.redaction = redaction;
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(ApiException error, HttpServletRequest request) {
        return respond(error, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception error, HttpServletRequest request) {
        OutOfMemoryExit.check(error);
        if (AbortedDownload.isCauseOf(error)) {
            return null; // the client has closed the connection
        }
        LOG.error("{} {} failed", request.getMethod(), Redaction.withoutParameters(request.getRequestURI()), error);
        return respond(FrameworkErrors.unexpected(), request);
    }

    /** Handles a malformed query, which Tomcat decodes when parameters are first read. */
    @ExceptionHandler
    ResponseEntity<Object> queryIsUnreadable(InvalidParameterException exception, HttpServletRequest request) {
        ApiException error = ApiException.badRequest(
                null,
                "The query was %s, but must be percent-encoded UTF-8 of named parameters, of which there may be 1000"
                        .formatted(Sanitizer.quote(
                                String.valueOf(redaction.query(request.getServletPath(), request.getQueryString())))));
        return respond(error, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException error, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
        List<MediaType> there = error.getSupportedMediaTypes();
        return there.isEmpty()
                ? super.handleHttpMediaTypeNotAcceptable(error, headers, status, request)
                : respond(MediaTypes.notAcceptable(servletRequest, there), servletRequest);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception error, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest servletRequest = ((ServletWebRequest) request).getRequest();
        if (status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return unexpected(error, servletRequest);
        }
        return respond(FrameworkErrors.translate(error, headers, status, servletRequest), servletRequest);
    }

    private static ResponseEntity<Object> respond(ApiException error, HttpServletRequest request) {
        Exchange.find(request)
                .ifPresent(exchange -> exchange.explanation()
                        .because("Rejected with %d: %s".formatted(error.status(), error.getMessage())));
        ErrorFormat shape = ErrorFormat.of(request.getServletPath());
        HttpHeaders headers = new HttpHeaders();
        shape.headers(error).forEach(headers::set);
        headers.set(HttpHeaders.CONTENT_TYPE, shape.mediaType());
        return ResponseEntity.status(error.status()).headers(headers).body(shape.body(error));
    }
}
