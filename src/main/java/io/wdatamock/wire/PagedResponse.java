package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of one page of a list; {@code cursor} is null on the last page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PagedResponse<T>(
        @Schema(description = "What is on this page") List<T> body,
        @Schema(description = "The HTTP status again") int code,

        @Schema(
                description = "What to ask for the next page with; null on the last one",
                types = {"string", "null"})
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        String cursor) {

    public static <T> PagedResponse<T> ok(List<T> body, @Nullable String cursor) {
        return new PagedResponse<>(body, 200, cursor);
    }
}
