package io.wdatamock.web;

import io.wdatamock.config.Validation;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.VendorOperation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/** Checks Content-Type (415) and Accept (406). */
public final class MediaTypes {

    private MediaTypes() {}

    static void check(VendorOperation operation, HttpServletRequest request, Exchange exchange) {
        String sent = request.getContentType();
        if (operation == VendorOperation.ISSUE_TOKEN) {
            if (!toleratesJson(sent, exchange)) {
                requireSent(MediaType.APPLICATION_FORM_URLENCODED, sent);
            }
        } else if (operation.takesJson() && sent != null && !exchange.body().isEmpty()) {
            requireSent(MediaType.APPLICATION_JSON, sent);
        }
        requireAccepted(request);
    }

    /** Lenient validation accepts a token request in JSON, as an older version of the vendor's API did. */
    private static boolean toleratesJson(@Nullable String sent, Exchange exchange) {
        boolean tolerated = exchange.settings().validation() == Validation.LENIENT && isJson(sent);
        if (tolerated) {
            exchange.explanation().note("The token was requested in JSON, which was accepted in place of a form");
        }
        return tolerated;
    }

    /** Whether the Content-Type is JSON; false for null. */
    public static boolean isJson(@Nullable String contentType) {
        return contentType != null && isOf(MediaType.APPLICATION_JSON, contentType);
    }

    private static void requireSent(MediaType wanted, @Nullable String sent) {
        if (sent == null || !isOf(wanted, sent)) {
            throw ApiException.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
                    "The Content-Type was %s, but must be %s"
                            .formatted(sent == null ? "missing" : Sanitizer.quote(sent), wanted),
                    Map.of(HttpHeaders.ACCEPT, wanted.toString()));
        }
    }

    private static boolean isOf(MediaType wanted, String sent) {
        try {
            return MediaType.parseMediaType(sent).equalsTypeAndSubtype(wanted);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Throws 406 if the client does not accept JSON. */
    static void requireAccepted(HttpServletRequest request) {
        List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (!accept.isEmpty() && !acceptsJson(accept)) {
            throw notAcceptable(request, List.of(MediaType.APPLICATION_JSON));
        }
    }

    /** 406 for a client that does not accept any of the available media types. */
    static ApiException notAcceptable(HttpServletRequest request, List<MediaType> available) {
        String accept = String.join(", ", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        String names = available.stream().map(MediaType::toString).sorted().collect(Collectors.joining(" or "));
        return ApiException.of(
                HttpStatus.NOT_ACCEPTABLE,
                "The Accept header was %s, but responses are %s only".formatted(Sanitizer.quote(accept), names));
    }

    private static boolean acceptsJson(List<String> accept) {
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(accept);
            return accepted.isEmpty()
                    || accepted.stream()
                            .anyMatch(type -> type.getQualityValue() > 0 && type.includes(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            return false;
        }
    }
}
