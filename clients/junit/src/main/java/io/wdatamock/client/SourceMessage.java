package io.wdatamock.client;

import org.jspecify.annotations.Nullable;

/** A message about the source of a connection. */
public record SourceMessage(
        @Nullable SourceMessageCode code,
        @Nullable String message,
        @Nullable SourceSeverity severity) {}
