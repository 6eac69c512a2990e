package io.wdatamock.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the source of a connection is described to clients that ask for {@code includeSourceResourceProperties}. */
public record SourceResource(
        @Nullable List<SourceMessage> messages,
        @Nullable List<String> names,
        @Nullable SourceStatus status,
        @Nullable String url) {

    public SourceResource {
        messages = messages == null ? null : List.copyOf(messages);
        names = names == null ? null : List.copyOf(names);
    }

    /** A source that was found, with its names from the outermost on, such as a workbook and its sheet. */
    public static SourceResource present(String... names) {
        return new SourceResource(List.of(), List.of(names), SourceStatus.PRESENT, null);
    }

    /** A source that was not found. */
    public static SourceResource notFound() {
        SourceMessage message = new SourceMessage(
                SourceMessageCode.SOURCE_NOT_FOUND, "The source was not found.", SourceSeverity.ERROR);
        return new SourceResource(List.of(message), null, SourceStatus.UNKNOWN, null);
    }
}
