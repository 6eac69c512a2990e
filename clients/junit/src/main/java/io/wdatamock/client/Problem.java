package io.wdatamock.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reason why the control API rejected a request (RFC 9457). A rejected request has no effect.
 *
 * @param detail the error and the permitted values
 * @param errors the errors of the individual fields
 */
public record Problem(String title, int status, String detail, List<Detail> errors) {

    /** The error of one field. */
    public record Detail(
            String code, String message, @Nullable String target) {}
}
