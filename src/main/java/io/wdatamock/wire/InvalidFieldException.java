package io.wdatamock.wire;

/** An invalid value of a record's field: the field's name, the value, and what it must be. */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Creates an exception whose message is the field's name followed by the complaint, such as {@code "was 0, but must
     * be at least 1"}. An empty name means the value as a whole.
     */
    public InvalidFieldException(String field, String complaint) {
        super(field + " " + complaint);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
