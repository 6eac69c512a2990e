package io.wdatamock.web.route;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.MultipleOpenApiResource;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Replaces the placeholder in OpenAPI documents by the base URL of the request, such as that of a sandbox. springdoc
 * would write it into the document that all requests share.
 */
@RestControllerAdvice
public final class ServerAddress implements ResponseBodyAdvice<byte[]> {

    /** The placeholder for the base URL. */
    public static final String PLACEHOLDER = "wdata-mock:base-url";

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return MultipleOpenApiResource.class.isAssignableFrom(returnType.getContainingClass());
    }

    @Override
    public byte @Nullable [] beforeBodyWrite(
            byte @Nullable [] body,
            MethodParameter returnType,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null) {
            return null;
        }
        String base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return new String(body, StandardCharsets.UTF_8)
                .replace(PLACEHOLDER, base)
                .getBytes(StandardCharsets.UTF_8);
    }
}
