package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of one page of a list; {@code cursor} is null on the last page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PagedResponse<T>(
        @Schema(description = "The objects of this page") List<T> body,
        @Schema(description = "The HTTP status") int code,

        @Schema(
                description = "The cursor of the next page; null on the last one",
                types = {"string", "null"})
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        String cursor) {

    public static <T> PagedResponse<T> ok(List<T> body, @Nullable String cursor) {
        return new PagedResponse<>(body, 200, cursor);
    }
}
