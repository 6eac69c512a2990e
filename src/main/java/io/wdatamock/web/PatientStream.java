package io.wdatamock.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Gives up once its bytes have been waited for too long altogether. The container's own timeout begins anew with every
 * byte, so that a sender who drips would keep a thread for as long as it likes.
 */
final class PatientStream extends InputStream {

    private final InputStream source;
    private final Duration patience;
    private final InstantSource realTime;
    private Duration waited = Duration.ZERO;

    PatientStream(InputStream source, Duration patience, InstantSource realTime) {
        this.source = source;
        this.patience = patience;
        this.realTime = realTime;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Instant before = realTime.instant();
        int read = source.read(target, offset, length);
        waited = waited.plus(Duration.between(before, realTime.instant()));
        if (waited.compareTo(patience) > 0) {
            throw new SocketTimeoutException("Waited for " + waited);
        }
        return read;
    }
}
