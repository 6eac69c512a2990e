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
 * Reads a body that may arrive slowly. The container's own timeout begins anew with every byte, so the time is limited
 * as a whole; and a read that has to wait needs a permit, so that slow clients do not take all threads.
 */
public final class DeadlineInputStream extends InputStream {

    /** The number of bytes after which the server stops reading a body that is too large. */
    public static final long LONGEST_READ = DataSize.ofMegabytes(32).toBytes();

    /** A body that arrives within this is not slow. */
    private static final Duration BRIEFLY = Duration.ofMillis(100);

    private final InputStream source;
    private final Duration patience;
    private final InstantSource realTime;
    private final ClientConnection connection;
    private final WaitingRequests waiting;
    private Duration waited = Duration.ZERO;
    private WaitingRequests.@Nullable Permit permit;
    private boolean isBrief;

    public DeadlineInputStream(
            InputStream source,
            Duration patience,
            InstantSource realTime,
            ClientConnection connection,
            WaitingRequests waiting) {
        this.source = source;
        this.patience = patience;
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
        // The first holds what was read from the connection already, which the second would overwrite.
        if (source.available() > 0 || connection.hasBytes()) {
            return source.read(target, offset, length);
        }
        startWait();
        Instant before = realTime.instant();
        int read = source.read(target, offset, length);
        waited = waited.plus(Duration.between(before, realTime.instant()));
        if (waited.compareTo(patience) > 0) {
            throw new SocketTimeoutException("Waited for " + waited);
        }
        return read;
    }

    /** Gives the permit back, if there is one; a further read that has to wait gets another. */
    public void endWait() {
        if (permit != null) {
            permit.close();
            permit = null;
        }
    }

    private void startWait() {
        boolean briefly = waited.compareTo(BRIEFLY) < 0;
        if (permit != null && (briefly || !isBrief)) {
            return;
        }
        endWait();
        permit = waiting.tryEnter();
        isBrief = permit == null;
        if (permit == null && briefly) {
            permit = waiting.tryEnterBriefly();
        }
        if (permit == null) {
            connection.stopReading();
            throw waiting.refusal();
        }
    }
}
