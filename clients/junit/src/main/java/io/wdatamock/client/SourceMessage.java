package io.wdatamock.client;

import io.wdatamock.wire.ResourceMessageCode;
import io.wdatamock.wire.ResourceMessageSeverity;
import org.jspecify.annotations.Nullable;

/** A message about the source of a connection. */
public record SourceMessage(
        @Nullable ResourceMessageCode code,
        @Nullable String message,
        @Nullable ResourceMessageSeverity severity) {}
