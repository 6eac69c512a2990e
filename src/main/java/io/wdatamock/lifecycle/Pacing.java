package io.wdatamock.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.wdatamock.wire.InvalidFieldException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What moves a run from one stage to the next: time, reads of its status, or the control API only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pacing.Timed.class, name = "timed"),
    @JsonSubTypes.Type(value = Pacing.Polled.class, name = "polled"),
    @JsonSubTypes.Type(value = Pacing.Manual.class, name = "manual")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Pacing {

    /** Returns the duration of {@code stage}; empty if time does not end it. */
    default Optional<Duration> length(Stage stage) {
        return Optional.empty();
    }

    /** Whether a stage ends after {@code reads} reads of the status. */
    default boolean endsAfter(int reads) {
        return false;
    }

    /**
     * Each stage lasts a fixed time, from its first instant (inclusive) to that of the next stage (exclusive).
     * Durations are from 0 to 365 days; missing ones take the value of {@link #DEFAULT}.
     */
    record Timed(Duration queued, Duration source, Duration destination) implements Pacing {

        private static final Duration LONGEST = Duration.ofDays(365);

        /** 250 ms in the queue, then one second for each side. */
        public static final Timed DEFAULT =
                new Timed(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(1));

        /** All stages last 0 seconds, so that a run is final immediately. */
        public static final Timed INSTANT = new Timed(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        public Timed(@Nullable Duration queued, @Nullable Duration source, @Nullable Duration destination) {
            this.queued = check("queued", queued == null ? DEFAULT.queued : queued);
            this.source = check("source", source == null ? DEFAULT.source : source);
            this.destination = check("destination", destination == null ? DEFAULT.destination : destination);
        }

        @Override
        public Optional<Duration> length(Stage stage) {
            return switch (stage) {
                case QUEUED -> Optional.of(queued);
                case SOURCE -> Optional.of(source);
                case DESTINATION -> Optional.of(destination);
                case DONE -> Optional.empty();
            };
        }

        @Override
        public String toString() {
            return "timed (queued " + queued + ", source " + source + ", destination " + destination + ")";
        }

        private static Duration check(String stage, Duration length) {
            if (length.isNegative() || length.compareTo(LONGEST) > 0) {
                throw new InvalidFieldException(stage, "was " + length + ", but must last from PT0S to " + LONGEST);
            }
            return length;
        }
    }

    /** Each stage lasts for a number of reads of the run's status, from 1 to 1,000,000. */
    record Polled(int reads) implements Pacing {

        /** The maximum number of reads of one stage. */
        public static final int MOST = 1_000_000;

        public Polled {
            if (reads < 1 || reads > MOST) {
                throw new InvalidFieldException("reads", "was " + reads + ", but must be from 1 to " + MOST);
            }
        }

        @Override
        public boolean endsAfter(int reads) {
            return reads >= this.reads;
        }

        @Override
        public String toString() {
            return "polled (each stage shown by %d reads)".formatted(reads);
        }
    }

    /** Only the control API moves the run. */
    record Manual() implements Pacing {

        @Override
        public String toString() {
            return "manual";
        }
    }
}
