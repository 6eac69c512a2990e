package io.wdatamock.config;

/** The server cannot start in these circumstances: a message for the user says which, an action what to do. */
public final class WrongStartException extends RuntimeException {

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
