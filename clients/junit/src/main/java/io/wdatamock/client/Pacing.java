package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** How a run enters its next stage: by time, by polls of its status, or only by the control API. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pacing.Timed.class, name = "timed"),
    @JsonSubTypes.Type(value = Pacing.Polled.class, name = "polled"),
    @JsonSubTypes.Type(value = Pacing.Manual.class, name = "manual")
})
public sealed interface Pacing {

    /** The duration of each stage by the sandbox's clock, from 0 to 365 days. */
    record Timed(Duration queued, Duration source, Duration destination) implements Pacing {

        /** The run is final in the response that starts it. */
        public static final Timed INSTANT = new Timed(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** The number of polls that show each stage, from 1 to 1,000,000. */
    record Polled(int reads) implements Pacing {}

    /** Only {@link ConnectionControl#advance()} advances the run. */
    record Manual() implements Pacing {}
}
