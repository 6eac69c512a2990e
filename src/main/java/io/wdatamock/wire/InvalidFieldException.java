package io.wdatamock.wire;

/** A value that a record does not take: names the field, and says what it was and what it must be. */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * The complaint follows the field's name: {@code "was 0, but must be at least 1"}. Without a name it is about the
     * value as a whole.
     */
    public InvalidFieldException(String field, String complaint) {
        super(field + " " + complaint);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
