package io.wdatamock.config;

/** The server cannot start: the message says why, the action how to resolve it. */
final class WrongStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    public WrongStartException(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
