package io.wdatamock.web.tomcat;

import io.wdatamock.memory.WaitingRequests;
import io.wdatamock.wire.ApiException;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attaches the TCP connection to each request, and limits the threads that read the rest of rejected bodies. */
public final class DisconnectValve extends ValveBase {

    private static final Logger LOG = LoggerFactory.getLogger(DisconnectValve.class);

    /** The time for which the rest of a rejected body is read, so that the client receives the error. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final int PIECE = 8 << 10;

    private final WaitingRequests waiting;
    private final InstantSource realTime;

    DisconnectValve(WaitingRequests waiting, InstantSource realTime) {
        super(true);
        this.waiting = waiting;
        this.realTime = realTime;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ClientConnection connection = new ClientConnection(request, response);
        connection.attachTo(request);
        getNext().invoke(request, response);
        if (connection.hasUnreadBody()) {
            discardBody(request, connection);
        }
    }

    /** Reads the rest of a body as Tomcat would, but with limits for time and threads. */
    private void discardBody(Request request, ClientConnection connection) {
        DeadlineInputStream body = null;
        try {
            InputStream source = new UnreadBody(request.getCoyoteRequest());
            body = new DeadlineInputStream(source, TIMEOUT, realTime, connection, waiting);
            byte[] ignored = new byte[PIECE];
            // Not beyond the body: reading more would consume the next request.
            long left = DeadlineInputStream.LONGEST_READ;
            for (int read = 0; read >= 0 && left > 0 && connection.hasUnreadBody(); left -= read) {
                read = body.read(ignored, 0, PIECE);
            }
        } catch (IOException | ApiException e) {
            LOG.debug("The rest of a body was not read", e);
            connection.stopReading();
        } finally {
            if (body != null) {
                body.endWait();
            }
        }
    }

    /** Closes the connection of a request; what was not flushed is not sent. */
    public static void disconnect(ServletRequest request) {
        ClientConnection.of(request).close();
    }

    /** Reads and discards the rest of a body, after the servlet's stream is closed. */
    private static final class UnreadBody extends InputStream implements ApplicationBufferHandler {

        private final org.apache.coyote.Request request;
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        private UnreadBody(org.apache.coyote.Request request) {
            this.request = request;
        }

        @Override
        public int read() {
            throw new IllegalStateException("The body is read in pieces");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return request.doRead(this);
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // the container's own buffer is used
        }
    }
}
