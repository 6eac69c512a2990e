package io.wdatamock.memory;

/** The operation needs more memory than is available. Thrown before the operation has changed anything. */
public final class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long needed;

    NoRoomException(long needed) {
        super("No room for " + needed + " bytes", null, false, false);
        this.needed = needed;
    }

    /** Returns the bytes that the operation needs. */
    public long needed() {
        return needed;
    }
}
