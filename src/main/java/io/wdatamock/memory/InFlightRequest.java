package io.wdatamock.memory;

/** The memory that one request has reserved. Confined to the thread that serves the request. */
public final class InFlightRequest implements AutoCloseable {

    private final InFlightMemory memory;
    private final WaitingRequests waiting;
    private long reserved;

    public InFlightRequest(InFlightMemory memory, WaitingRequests waiting) {
        this.memory = memory;
        this.waiting = waiting;
    }

    /** Reserves further bytes, or throws 503. */
    public void reserve(long bytes) {
        memory.reserve(bytes);
        reserved += bytes;
    }

    /** Releases some of the bytes. */
    public void release(long bytes) {
        reserved -= bytes;
        memory.release(bytes);
    }

    /** Counts the request as waiting, or throws 503. The caller closes the permit when the wait ends. */
    public WaitingRequests.Permit startWaiting() {
        return waiting.enter();
    }

    /** Returns the limit of waiting requests. */
    public WaitingRequests waiting() {
        return waiting;
    }

    /** Releases all reserved bytes. */
    @Override
    public void close() {
        if (reserved != 0) {
            memory.release(reserved);
            reserved = 0;
        }
    }
}
