package io.wdatamock.control;

import io.wdatamock.har.Har;
import io.wdatamock.har.HarWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Converts the list of requests to a HAR file if that is the media type that the client prefers. */
@RestControllerAdvice
final class HarResponse implements ResponseBodyAdvice<Object> {

    private static final MediaType HAR = MediaType.parseMediaType(Har.MEDIA_TYPE);

    private final HarWriter writer;

    HarResponse(HarWriter writer) {
        this.writer = writer;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return returnType.getParameterType() == JournalController.Listing.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (HAR.equalsTypeAndSubtype(mediaType) && body instanceof JournalController.Listing listing) {
            String baseUrl =
                    ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
            return writer.write(listing.requests(), baseUrl);
        }
        return body;
    }
}
