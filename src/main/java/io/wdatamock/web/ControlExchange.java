package io.wdatamock.web;

import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.sandbox.Sandbox;
import jakarta.servlet.ServletRequest;
import java.util.Objects;

/** One request to the control API: the sandbox that it addresses and the memory that it occupies. */
public record ControlExchange(Sandbox sandbox, InFlightRequest inFlight) {

    private static final String ATTRIBUTE = ControlExchange.class.getName();

    /** Returns the exchange of a request to the control API. */
    public static ControlExchange of(ServletRequest request) {
        return (ControlExchange) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
