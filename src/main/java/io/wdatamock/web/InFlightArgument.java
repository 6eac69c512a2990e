package io.wdatamock.web;

import io.wdatamock.memory.InFlightRequest;
import jakarta.servlet.ServletRequest;
import java.util.Objects;

/** Carries the memory of a request of the control API from the filter to the controllers. */
final class InFlightArgument {

    private static final String ATTRIBUTE = InFlightRequest.class.getName();

    private InFlightArgument() {}

    static void attach(InFlightRequest inFlight, ServletRequest request) {
        request.setAttribute(ATTRIBUTE, inFlight);
    }

    static InFlightRequest of(ServletRequest request) {
        return (InFlightRequest) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }
}
