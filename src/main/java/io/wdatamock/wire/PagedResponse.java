package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of one page of a list; {@code cursor} is there while another page follows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PagedResponse<T>(
        List<T> body, int code, @Nullable String cursor) {

    public static <T> PagedResponse<T> ok(List<T> body, @Nullable String cursor) {
        return new PagedResponse<>(body, 200, cursor);
    }
}
