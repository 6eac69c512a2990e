package io.wdatamock.web.tomcat;

import jakarta.servlet.ServletRequest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;

/** The TCP connection of a request, for which the Servlet API has no interface. */
public final class ClientConnection {

    private static final String ATTRIBUTE = ClientConnection.class.getName();

    private final Request request;
    private final Response response;
    private boolean reads = true;

    ClientConnection(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    void attachTo(ServletRequest servletRequest) {
        servletRequest.setAttribute(ATTRIBUTE, this);
    }

    /** Returns the connection of a request. */
    public static ClientConnection of(ServletRequest request) {
        return (ClientConnection) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }

    /** Whether further bytes of the body have arrived. Call it only after reading the container's buffer. */
    boolean hasBytes() {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        coyote.action(ActionCode.AVAILABLE, true);
        return coyote.getAvailable() > 0;
    }

    /** Closes the connection after the response instead of reading the rest of the body. */
    void stopReading() {
        reads = false;
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    void close() {
        reads = false;
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        response.setErrorReported(); // intended, so Tomcat must not report it
    }

    boolean hasUnreadBody() {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        boolean none = coyote.getContentLengthLong() == 0
                || (coyote.getContentLengthLong() < 0 && coyote.getHeader("Transfer-Encoding") == null);
        if (none || !reads || coyote.hasExpectation()) {
            return false;
        }
        AtomicBoolean isRead = new AtomicBoolean();
        coyote.action(ActionCode.REQUEST_BODY_FULLY_READ, isRead);
        return !isRead.get();
    }
}
