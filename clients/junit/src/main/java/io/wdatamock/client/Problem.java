package io.wdatamock.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the control API refused a request (RFC 9457); nothing has changed.
 *
 * @param detail what was wrong, and what would be right
 * @param errors the same field by field
 */
public record Problem(String title, int status, String detail, List<Detail> errors) {

    /** What was wrong with one field. */
    public record Detail(
            String code, String message, @Nullable String target) {}
}
