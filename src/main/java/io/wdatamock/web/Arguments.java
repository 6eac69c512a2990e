package io.wdatamock.web;

import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.sandbox.Sandbox;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link Exchange} or {@link Sandbox}, and JSON bodies where OpenAPI's {@link RequestBody} is. */
final class Arguments implements HandlerMethodArgumentResolver {

    private final InstantSource realTime;

    Arguments(InstantSource realTime) {
        this.realTime = realTime;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Exchange.class
                || parameter.getParameterType() == Sandbox.class
                || parameter.getParameterType() == InFlightRequest.class
                || parameter.hasParameterAnnotation(RequestBody.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory)
            throws IOException {
        HttpServletRequest servletRequest = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if (parameter.getParameterType() == Sandbox.class) {
            return SandboxArgument.of(servletRequest);
        }
        if (parameter.getParameterType() == Exchange.class) {
            return Exchange.of(servletRequest);
        }
        if (parameter.getParameterType() == InFlightRequest.class) {
            return InFlightArgument.of(servletRequest);
        }
        Type type = parameter.getGenericParameterType();
        Optional<Exchange> exchange = Exchange.find(servletRequest);
        return exchange.isPresent()
                ? JsonBody.read(exchange.get(), servletRequest.getContentType(), type)
                : JsonBody.readExactly(servletRequest, type, realTime);
    }
}
