package io.wdatamock.web.mvc;

import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.web.ControlExchange;
import io.wdatamock.web.Exchange;
import io.wdatamock.web.body.JsonBody;
import io.wdatamock.web.body.Tolerance;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves the arguments of controllers: the {@link Exchange}, the {@link Sandbox}, the memory of the request, and its
 * body. {@code @RequestBody} means what it means in Spring; the body is read here because a message converter cannot see
 * the sandbox, whose settings say whether unknown fields are accepted.
 */
final class ExchangeArgumentResolver implements HandlerMethodArgumentResolver {

    private final InstantSource realTime;

    ExchangeArgumentResolver(InstantSource realTime) {
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
        if (parameter.getParameterType() == Exchange.class) {
            return Exchange.of(servletRequest);
        }
        if (parameter.getParameterType() == Sandbox.class) {
            return ControlExchange.of(servletRequest).sandbox();
        }
        if (parameter.getParameterType() == InFlightRequest.class) {
            return ControlExchange.of(servletRequest).inFlight();
        }
        return readBody(parameter.getGenericParameterType(), servletRequest);
    }

    private Object readBody(Type type, HttpServletRequest request) throws IOException {
        Optional<Exchange> found = Exchange.find(request);
        if (found.isEmpty()) {
            return JsonBody.readExactly(
                    request, type, ControlExchange.of(request).inFlight(), realTime);
        }
        Exchange exchange = found.get();
        Tolerance tolerance = new Tolerance(exchange.settings().validation(), exchange.explanation());
        return JsonBody.read(exchange.body(), tolerance, type);
    }
}
