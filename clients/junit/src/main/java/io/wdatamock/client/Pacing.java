package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** What moves a run from one stage to the next: time, polls of its status, or nothing but the control API. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pacing.Timed.class, name = "timed"),
    @JsonSubTypes.Type(value = Pacing.Polled.class, name = "polled"),
    @JsonSubTypes.Type(value = Pacing.Manual.class, name = "manual")
})
public sealed interface Pacing {

    /** Each stage lasts so long by the sandbox's clock, from 0 to 365 days. */
    record Timed(Duration queued, Duration source, Duration destination) implements Pacing {

        /** A run is final in the answer that starts it. */
        public static final Timed INSTANT = new Timed(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** Each stage is shown by so many polls, from 1 to 1,000,000. */
    record Polled(int reads) implements Pacing {}

    /** Only {@link ConnectionControl#advance()} moves the run. */
    record Manual() implements Pacing {}
}
