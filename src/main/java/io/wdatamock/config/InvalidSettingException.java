package io.wdatamock.config;

/** A setting has a value of the right type that is not allowed, or none although it needs one. */
final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String setting;
    private final String wanted;

    /**
     * Of a setting, by its name without the prefix.
     *
     * @param wanted what would be allowed, as in "but must be …"
     */
    InvalidSettingException(String setting, String wanted) {
        super(setting + " must be " + wanted);
        this.setting = setting;
        this.wanted = wanted;
    }

    String setting() {
        return setting;
    }

    String wanted() {
        return wanted;
    }
}
