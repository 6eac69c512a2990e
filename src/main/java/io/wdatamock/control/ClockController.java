package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.sandbox.ClockAdvance;
import io.wdatamock.sandbox.ClockChange;
import io.wdatamock.sandbox.ClockControl;
import io.wdatamock.sandbox.ClockReading;
import io.wdatamock.sandbox.ClockUntil;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
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

    @GetMapping
    @Operation(summary = "Read the clock")
    public ClockReading getClock(Sandbox sandbox) {
        return sandbox.atomically(state -> new ClockControl(state).read());
    }

    @PutMapping
    @Operation(summary = "Freeze, set or release the clock")
    public ClockReading setClock(@RequestBody ClockChange change, Sandbox sandbox) {
        return sandbox.atomically(state -> new ClockControl(state).set(change.mode(), change.now(), change.rate()));
    }

    @PostMapping("/advance")
    @Operation(
            summary = "Advance the clock",
            description =
                    "By a duration, to the next transition of a run, or until a run reaches a stage. 409 if the clock"
                            + " alone never brings it there, because the run stalls or waits for polls or the control API.")
    public ClockReading advanceClock(@RequestBody ClockAdvance advance, Sandbox sandbox) {
        if (Stream.of(advance.by(), advance.to(), advance.until())
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw ApiException.badRequest(null, "The body has several of by, to and until, but must have one of them");
        }
        ClockUntil until = advance.until();
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
    public ClockReading releaseClock(Sandbox sandbox) {
        return sandbox.atomically(state -> new ClockControl(state).release());
    }
}
