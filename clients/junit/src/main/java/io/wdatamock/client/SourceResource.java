package io.wdatamock.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties of a source that clients receive with {@code includeSourceResourceProperties}. */
public record SourceResource(
        @Nullable List<SourceMessage> messages,
        @Nullable List<String> names,
        @Nullable SourceStatus status,
        @Nullable String url) {

    public SourceResource {
        messages = messages == null ? null : List.copyOf(messages);
        names = names == null ? null : List.copyOf(names);
    }

    /** A source that exists, with its names from the outermost, for example a workbook and its sheet. */
    public static SourceResource present(String... names) {
        return new SourceResource(List.of(), List.of(names), SourceStatus.PRESENT, null);
    }

    /** A source that does not exist. */
    public static SourceResource notFound() {
        SourceMessage message = new SourceMessage(
                SourceMessageCode.SOURCE_NOT_FOUND, "The source was not found.", SourceSeverity.ERROR);
        return new SourceResource(List.of(message), null, SourceStatus.UNKNOWN, null);
    }
}
