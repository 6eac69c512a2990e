package io.wdatamock.memory;

/** The memory that one request has reserved. Belongs to the thread that serves the request. */
public final class InFlightRequest implements AutoCloseable {

    private final InFlightMemory memory;
    private final WaitingRequests waiting;
    private long reserved;

    public InFlightRequest(InFlightMemory memory, WaitingRequests waiting) {
        this.memory = memory;
        this.waiting = waiting;
    }

    /** Reserves further bytes, or refuses with 503. */
    public void reserve(long bytes) {
        memory.reserve(bytes);
        reserved += bytes;
    }

    /** Gives back some of the bytes. */
    public void release(long bytes) {
        reserved -= bytes;
        memory.release(bytes);
    }

    /** Admits the request to those that wait, or refuses with 503. The caller closes the permit when the wait ends. */
    public WaitingRequests.Permit startWaiting() {
        return waiting.enter();
    }

    /** The requests that wait, of which this may become one. */
    public WaitingRequests waiting() {
        return waiting;
    }

    /** Gives back whatever is still reserved. */
    @Override
    public void close() {
        if (reserved != 0) {
            memory.release(reserved);
            reserved = 0;
        }
    }
}
