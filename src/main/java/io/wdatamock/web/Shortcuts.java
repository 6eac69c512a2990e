package io.wdatamock.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Shorter ways through the framework for the vendor's operations, which are nearly all that is ever called. */
@Component
final class Shortcuts implements WebMvcRegistrations {

    /** Does not try the control API's many paths first. */
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new VendorMapping();
    }

    /** Asks {@link EnvelopeWriter} before the framework's own, behind which it would never be asked. */
    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
                handlers.add(new EnvelopeWriter());
                handlers.addAll(Objects.requireNonNull(getReturnValueHandlers()));
                setReturnValueHandlers(handlers);
            }
        };
    }
}
