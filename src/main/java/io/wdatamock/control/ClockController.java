package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.sandbox.ClockControl;
import io.wdatamock.sandbox.ClockReading;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.time.MockClock;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
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
     */
    @Schema(name = "ClockChange")
    public record Change(
            MockClock.@Nullable Mode mode, @Nullable Instant now) {}

    /**
     * How far to move the clock forward.
     *
     * @param by a non-negative duration such as {@code 5s} or {@code PT5S}
     */
    @Schema(name = "ClockAdvance")
    public record Advance(@Nullable Duration by) {}

    @GetMapping
    @Operation(summary = "Read the clock")
    ClockReading getClock(Sandbox sandbox) {
        return sandbox.atomically(state -> new ClockControl(state).read());
    }

    @PutMapping
    @Operation(summary = "Freeze, set or release the clock")
    ClockReading setClock(@RequestBody Change change, Sandbox sandbox) {
        return sandbox.atomically(state -> new ClockControl(state).set(change.mode(), change.now()));
    }

    @PostMapping("/advance")
    @Operation(summary = "Advance the clock")
    ClockReading advanceClock(@RequestBody Advance advance, Sandbox sandbox) {
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
