package io.wdatamock.web.mvc;

import io.wdatamock.web.route.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Matches paths of the vendor's API only with the handlers below that path, and other paths only with the others. The
 * framework would match each path with a variable against the patterns of all handlers. Measured: without this class, the
 * server answers 0.84 times as many refreshes per second.
 */
final class VendorHandlerMapping extends RequestMappingHandlerMapping {

    /** Compared by identity, because hashing a mapping costs as much as matching it. */
    private final Set<RequestMappingInfo> vendor = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
        if (mapping.getPatternValues().stream().allMatch(pattern -> pattern.startsWith(Route.API))) {
            vendor.add(mapping);
        }
        super.registerHandlerMethod(handler, method, mapping);
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        boolean isVendors = request.getServletPath().startsWith(Route.API);
        return vendor.contains(mapping) == isVendors ? super.getMatchingMapping(mapping, request) : null;
    }
}
