package io.wdatamock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file or item that a connection reads, as far as the service can resolve it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourcePropertiesDto(
        @Schema(description = "Messages about the source", accessMode = AccessMode.READ_ONLY) @Nullable
        List<ResourceMessageDto> messages,

        @Schema(
                description = "The names of the source, the outermost first, such as a workbook and its sheet",
                accessMode = AccessMode.READ_ONLY)
        @Nullable
        List<String> names,

        @Schema(description = "Whether the source was found", accessMode = AccessMode.READ_ONLY) @Nullable
        ResourceStatus status,

        @Schema(description = "The URL of the source", accessMode = AccessMode.READ_ONLY) @Nullable
        String url) {

    public ResourcePropertiesDto {
        messages = copy("messages", messages);
        names = copy("names", names);
    }

    /** Copies a list and rejects null elements, which JSON can contain. */
    private static <T> @Nullable List<T> copy(String field, @Nullable List<T> list) {
        if (list == null) {
            return null;
        }
        int missing = new ArrayList<@Nullable T>(list).indexOf(null);
        if (missing >= 0) {
            throw new InvalidFieldException(field + "[" + missing + "]", "was null, but must have a value");
        }
        return List.copyOf(list);
    }
}
