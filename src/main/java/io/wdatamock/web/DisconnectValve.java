package io.wdatamock.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Lets a request's TCP connection be closed at once, for which the servlet API has no means. */
public final class DisconnectValve extends ValveBase {

    private static final String ATTRIBUTE = DisconnectValve.class.getName();

    public DisconnectValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable close = () -> {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            response.setErrorReported(); // it was meant, and there is nobody left to report it to
        };
        request.setAttribute(ATTRIBUTE, close);
        getNext().invoke(request, response);
    }

    /** Closes the connection of a request; what was not flushed is not sent. */
    static void disconnect(ServletRequest request) {
        ((Runnable) Objects.requireNonNull(request.getAttribute(ATTRIBUTE))).run();
    }
}
