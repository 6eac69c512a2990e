package io.wdatamock.observation;

import io.wdatamock.lifecycle.SideStatuses;
import io.wdatamock.wire.RunStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A run in a response. */
public record SeenRun(JsonNode json) {

    private static final Map<String, RunStatus> STATUSES =
            Arrays.stream(RunStatus.values()).collect(Collectors.toMap(RunStatus::toString, Function.identity()));

    /** Returns the ID of the run; empty if it has none. */
    public String jobId() {
        return json.path("jobId").asString("");
    }

    /** Returns the ID of the connection; empty if it has none. */
    public String connectionId() {
        return json.path("connectionId").asString("");
    }

    /** Returns the statuses of both sides; empty if one is missing or unknown. */
    public Optional<SideStatuses> statuses() {
        RunStatus source = STATUSES.get(json.path("sourceStatus").asString(""));
        RunStatus destination = STATUSES.get(json.path("destinationStatus").asString(""));
        return source == null || destination == null
                ? Optional.empty()
                : Optional.of(new SideStatuses(source, destination));
    }

    /** Whether the run is final. */
    public boolean isFinal() {
        return statuses().map(SideStatuses::areFinal).orElse(false);
    }

    public Optional<Instant> created() {
        return instant(json.path("created"));
    }

    public Optional<Instant> updated() {
        return instant(json.path("updated"));
    }

    /** Returns the instant in a field; empty if it is none. */
    public static Optional<Instant> instant(JsonNode field) {
        try {
            return Optional.of(OffsetDateTime.parse(field.asString("")).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
