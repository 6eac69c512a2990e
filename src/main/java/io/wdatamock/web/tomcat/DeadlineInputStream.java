package io.wdatamock.web.tomcat;

import io.wdatamock.memory.WaitingRequests;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Reads a body with a time limit for the whole, because the container's timeout restarts with every byte. A read that
 * blocks needs a permit, so that slow clients do not occupy all threads.
 */
public final class DeadlineInputStream extends InputStream {

    /** The number of bytes after which the server stops reading a body that is too large. */
    public static final long LONGEST_READ = DataSize.ofMegabytes(32).toBytes();

    /** The waiting time below which a body is not slow. */
    private static final Duration SHORT_WAIT = Duration.ofMillis(100);

    private final InputStream source;
    private final Duration timeout;
    private final InstantSource realTime;
    private final ClientConnection connection;
    private final WaitingRequests waiting;
    private Duration waited = Duration.ZERO;
    private WaitingRequests.@Nullable Permit permit;
    private boolean holdsShortPermit;

    public DeadlineInputStream(
            InputStream source,
            Duration timeout,
            InstantSource realTime,
            ClientConnection connection,
            WaitingRequests waiting) {
        this.source = source;
        this.timeout = timeout;
        this.realTime = realTime;
        this.connection = connection;
        this.waiting = waiting;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        // The stream's own buffer first: hasBytes() would overwrite it.
        if (source.available() > 0 || connection.hasBytes()) {
            return source.read(target, offset, length);
        }
        startWait();
        Instant before = realTime.instant();
        int read = source.read(target, offset, length);
        waited = waited.plus(Duration.between(before, realTime.instant()));
        if (waited.compareTo(timeout) > 0) {
            throw new SocketTimeoutException("Waited for " + waited);
        }
        return read;
    }

    /** Releases the permit, if any; a further read that blocks acquires another. */
    public void endWait() {
        if (permit != null) {
            permit.close();
            permit = null;
        }
    }

    private void startWait() {
        boolean isShortWait = waited.compareTo(SHORT_WAIT) < 0;
        if (permit != null && (isShortWait || !holdsShortPermit)) {
            return;
        }
        endWait();
        permit = waiting.tryEnter();
        holdsShortPermit = permit == null;
        if (permit == null && isShortWait) {
            permit = waiting.tryEnterBriefly();
        }
        if (permit == null) {
            connection.stopReading();
            throw waiting.error();
        }
    }
}
