package io.wdatamock.client;

import io.wdatamock.wire.ResourceMessageCode;
import io.wdatamock.wire.ResourceMessageSeverity;
import io.wdatamock.wire.ResourceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties of a source that clients receive with {@code includeSourceResourceProperties}. */
public record SourceResource(
        @Nullable List<SourceMessage> messages,
        @Nullable List<String> names,
        @Nullable ResourceStatus status,
        @Nullable String url) {

    public SourceResource {
        messages = messages == null ? null : List.copyOf(messages);
        names = names == null ? null : List.copyOf(names);
    }

    /** A source that exists, with its names from the outermost, for example a workbook and its sheet. */
    public static SourceResource present(String... names) {
        return new SourceResource(List.of(), List.of(names), ResourceStatus.PRESENT, null);
    }

    /** A source that does not exist. */
    public static SourceResource notFound() {
        SourceMessage message = new SourceMessage(
                ResourceMessageCode.SOURCE_NOT_FOUND, "The source was not found.", ResourceMessageSeverity.ERROR);
        return new SourceResource(List.of(message), null, ResourceStatus.UNKNOWN, null);
    }
}
