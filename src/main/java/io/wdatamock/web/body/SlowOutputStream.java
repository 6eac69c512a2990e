package io.wdatamock.web.body;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes a known number of bytes in parts, with equal pauses in real time before each, until a signal completes. */
final class SlowOutputStream extends OutputStream {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private final OutputStream target;
    private final CompletableFuture<?> signal;
    private final int partLength;
    private final Duration pause;
    private int left;

    /**
     * Creates a stream.
     *
     * @param size the number of bytes
     * @param over the time until the last part
     * @param signal ends the pauses
     */
    SlowOutputStream(OutputStream target, long size, Duration over, CompletableFuture<?> signal) {
        this.target = target;
        this.signal = signal;
        long most = Math.max(1, over.dividedBy(SHORTEST_PAUSE));
        this.partLength = (int) (size / most + 1);
        this.pause = over.dividedBy(Math.max(1, (size + partLength - 1) / partLength));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (left == 0) {
                pause();
                left = partLength;
            }
            int part = Math.min(left, end - from);
            target.write(bytes, from, part);
            target.flush();
            from += part;
            left -= part;
        }
    }

    private void pause() throws IOException {
        try {
            signal.get(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The signal only ever completes normally", e);
        }
    }
}
