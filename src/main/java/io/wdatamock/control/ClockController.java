package io.wdatamock.control;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.lifecycle.Stage;
import io.wdatamock.sandbox.ClockControl;
import io.wdatamock.sandbox.ClockReading;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.time.ClockMode;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.InvalidFieldException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sandbox's clock, which determines statuses, token expiry and rate limits. */
@Tag(name = "Clock")
@RestController
@RequestMapping("/__mock/clock")
public class ClockController {

    /**
     * A change of the clock; a null component stays as it is.
     *
     * @param mode whether the clock runs or stands still
     * @param now the time to show
     * @param rate how many seconds pass on a running clock in a second of real time, from 0.1 to 10,000
     */
    @Schema(name = "ClockChange")
    public record Change(
            @Nullable ClockMode mode,
            @Nullable Instant now,
            @Nullable Double rate) {}

    /**
     * How far to move the clock forward; exactly one component is required.
     *
     * @param by a non-negative duration such as {@code 5s} or {@code PT5S}
     * @param to the next instant at which the clock moves a run
     * @param until the instant at which the clock brings a run to a stage
     */
    @Schema(name = "ClockAdvance")
    public record Advance(
            @Nullable Duration by,
            @Nullable Target to,
            @Nullable Until until) {}

    /** An instant that the server determines. */
    public enum Target {
        /** The next transition of a run that the clock causes. */
        NEXT_CHANGE;

        @JsonValue
        @Override
        public String toString() {
            return "nextChange";
        }
    }

    /**
     * The stage of a run.
     *
     * @param connectionId the connection whose newest active run is meant, if there is no {@code jobId}
     * @param jobId the run
     * @param stage the stage that the run is to reach
     */
    @Schema(name = "ClockUntil")
    public record Until(
            @Nullable String connectionId, @Nullable String jobId, Stage stage) {

        @SuppressWarnings("ConstantValue") // values read from JSON may be null
        public Until {
            if (connectionId == null && jobId == null) {
                throw new InvalidFieldException("", "names no run, but must have connectionId or jobId");
            }
            if (stage == null) {
                throw new InvalidFieldException("stage", "is missing, but must be queued, source, destination or done");
            }
        }
    }

    @GetMapping
    @Operation(summary = "Read the clock")
    ClockReading getClock(Sandbox sandbox) {
        return sandbox.atomically(state -> new ClockControl(state).read());
    }

    @PutMapping
    @Operation(summary = "Freeze, set or release the clock")
    ClockReading setClock(@RequestBody Change change, Sandbox sandbox) {
        return sandbox.atomically(state -> new ClockControl(state).set(change.mode(), change.now(), change.rate()));
    }

    @PostMapping("/advance")
    @Operation(
            summary = "Advance the clock",
            description =
                    "By a duration, to the next transition of a run, or until a run reaches a stage. 409 if the clock"
                            + " alone never brings it there, because the run stalls or waits for polls or the control API.")
    ClockReading advanceClock(@RequestBody Advance advance, Sandbox sandbox) {
        if (Stream.of(advance.by(), advance.to(), advance.until())
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw ApiException.badRequest(null, "The body has several of by, to and until, but must have one of them");
        }
        Until until = advance.until();
        if (until != null) {
            return sandbox.atomically(
                    state -> new ClockControl(state).advanceUntil(until.stage(), until.connectionId(), until.jobId()));
        }
        if (advance.to() != null) {
            return sandbox.atomically(state -> new ClockControl(state).advanceToNextChange());
        }
        Duration by = advance.by();
        if (by == null) {
            throw ApiException.badRequest("by", "by is missing, but must be a duration such as 500ms, 2s or PT1.5S");
        }
        return sandbox.atomically(state -> new ClockControl(state).advance(by));
    }

    @DeleteMapping
    @Operation(summary = "Return to real time")
    ClockReading releaseClock(Sandbox sandbox) {
        return sandbox.atomically(state -> new ClockControl(state).release());
    }
}
