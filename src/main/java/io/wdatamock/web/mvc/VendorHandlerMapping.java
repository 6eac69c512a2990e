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
 * Compares paths of the vendor's API with the mappings below that alone, and others with the others. The framework would
 * compare every path that has a variable with every mapping, some forty of them.
 */
final class VendorHandlerMapping extends RequestMappingHandlerMapping {

    /** By identity: a hash of all that a mapping consists of would cost as much as to compare it with the request. */
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
