package io.wdatamock.web;

import io.wdatamock.sandbox.Sandbox;
import jakarta.servlet.ServletRequest;
import java.util.Objects;

/** Carries the sandbox of a request of the control API from the filter to the controllers. */
final class SandboxArgument {

    private static final String ATTRIBUTE = Sandbox.class.getName();

    private SandboxArgument() {}

    static void attach(Sandbox sandbox, ServletRequest request) {
        request.setAttribute(ATTRIBUTE, sandbox);
    }

    static Sandbox of(ServletRequest request) {
        return (Sandbox) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }
}
