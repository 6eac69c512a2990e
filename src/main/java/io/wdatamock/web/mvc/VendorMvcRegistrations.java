package io.wdatamock.web.mvc;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Registers the argument resolver and the return value handler of the vendor's operations ahead of the framework's own.
 * Those added through {@code WebMvcConfigurer} come after them, too late for {@code @RequestBody} and response bodies.
 */
@Component
final class VendorMvcRegistrations implements WebMvcRegistrations {

    private final InstantSource realTime;

    VendorMvcRegistrations(InstantSource realTime) {
        this.realTime = realTime;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new VendorHandlerMapping();
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
                resolvers.add(new ExchangeArgumentResolver(realTime));
                resolvers.addAll(Objects.requireNonNull(getArgumentResolvers()));
                setArgumentResolvers(resolvers);
                List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
                handlers.add(new EnvelopeReturnValueHandler());
                handlers.addAll(Objects.requireNonNull(getReturnValueHandlers()));
                setReturnValueHandlers(handlers);
            }
        };
    }
}
