package io.wdatamock.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.wdatamock.memory.Sizes;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.Limits;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The effect of a fault. Delays are in real time, independent of the sandbox's clock. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Effect.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Effect.Disconnect.class, name = "disconnect"),
    @JsonSubTypes.Type(value = Effect.Truncate.class, name = "truncate"),
    @JsonSubTypes.Type(value = Effect.Slow.class, name = "slow"),
    @JsonSubTypes.Type(value = Effect.Malformed.class, name = "malformed"),
    @JsonSubTypes.Type(value = Effect.Hold.class, name = "hold")
})
public sealed interface Effect {

    /** The longest delay or slow response. */
    Duration LONGEST = Duration.ofMinutes(10);

    private static Duration requirePresent(String field, @Nullable Duration given) {
        if (given == null) {
            throw new InvalidFieldException(field, "is missing, but must be a duration such as 500ms, 2s or PT1.5S");
        }
        return given;
    }

    /** Returns the name in JSON and metrics. */
    default String type() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Returns the error that replaces the response, if any. */
    default Optional<ApiException> error() {
        return Optional.empty();
    }

    /** Returns the delay of the next request. */
    default Duration pause(SeededRandom random) {
        return Duration.ZERO;
    }

    /** Whether the request waits until the fault is removed. */
    default boolean holds() {
        return false;
    }

    /** Describes the effect on a request that was delayed by {@code pause}. */
    default String describe(Duration pause) {
        return toString();
    }

    /** Returns the body that replaces that of the response, if any. */
    default Optional<String> body() {
        return Optional.empty();
    }

    /** Returns the time in which the body is sent. */
    default Duration duration() {
        return Duration.ZERO;
    }

    /** Returns how the response is sent. */
    default Delivery delivery() {
        return Delivery.WHOLE;
    }

    /** Returns the memory of its texts in bytes. */
    default long size() {
        return 0;
    }

    /** Returns when the effect applies; {@code wanted} is the setting of the fault. */
    default When when(When wanted) {
        return wanted;
    }

    /**
     * Replaces the response with an error.
     *
     * @param status from 400 to 599
     * @param message the message of the error; null: a default message
     * @param retryAfter the value of {@code Retry-After}, sent in whole seconds, rounded up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Status(
            int status, @Nullable String message, @Nullable Duration retryAfter) implements Effect {

        @Override
        public String toString() {
            return "status " + status;
        }

        @Override
        public long size() {
            return Sizes.of(message);
        }

        public Status {
            Limits.requireField("message", message, Limits.TEXT);
            if (status < 400 || status > 599) {
                throw new InvalidFieldException("status", "was " + status + ", but must be from 400 to 599");
            }
            if (retryAfter != null && (retryAfter.isNegative() || retryAfter.compareTo(Duration.ofDays(365)) > 0)) {
                throw new InvalidFieldException("retryAfter", "was " + retryAfter + ", but must be from PT0S to P365D");
            }
        }

        @Override
        public Optional<ApiException> error() {
            String text = message == null ? "A fault of this sandbox returns status " + status : message;
            return Optional.of(
                    ApiException.of(status, text, retryAfter == null ? Map.of() : ApiException.retryAfter(retryAfter)));
        }
    }

    /**
     * Delays the request, by a fixed time or by one that is drawn from a log-normal distribution for each request. A
     * delay is from 0 to 10 minutes; a drawn one is limited to that.
     *
     * @param pause the fixed delay; null: {@code median} and {@code p99} describe the distribution
     * @param median the delay that half of the requests do not exceed
     * @param p99 the delay that 99 % of the requests do not exceed, at least the median
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Delay(
            @JsonProperty("for") @Nullable Duration pause,
            @Nullable Duration median,
            @Nullable Duration p99) implements Effect {

        /** The 99th percentile of the standard normal distribution. */
        private static final double NORMAL_P99 = 2.3263478740408408;

        public Delay {
            if (pause != null && (median != null || p99 != null)) {
                throw new InvalidFieldException(
                        "for", "comes with median or p99, but a delay is either fixed or drawn from a distribution");
            }
            if (median == null && p99 == null) {
                inRange("for", pause);
            } else {
                Duration half = inRange("median", median);
                Duration most = inRange("p99", p99);
                if (half.isZero() || most.compareTo(half) < 0) {
                    throw new InvalidFieldException(
                            "median",
                            "was " + median + ", but must be more than PT0S and at most p99, which was " + p99);
                }
            }
        }

        private static Duration inRange(String field, @Nullable Duration given) {
            Duration delay = requirePresent(field, given);
            if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
                throw new InvalidFieldException(field, "was " + delay + ", but must be from PT0S to " + LONGEST);
            }
            return delay;
        }

        @Override
        public Duration pause(SeededRandom random) {
            return median == null || p99 == null ? Objects.requireNonNull(pause) : drawn(median, p99, random);
        }

        private static Duration drawn(Duration median, Duration p99, SeededRandom random) {
            double sigma = StrictMath.log((double) p99.toNanos() / median.toNanos()) / NORMAL_P99;
            double nanos = median.toNanos() * StrictMath.exp(sigma * random.nextGaussian("delay"));
            return Duration.ofNanos((long) Math.min(nanos, (double) LONGEST.toNanos()));
        }

        @Override
        public String describe(Duration actual) {
            return pause != null ? toString() : this + ", this time " + actual;
        }

        @Override
        public String toString() {
            return pause != null ? "delay of " + pause : "delay with median " + median + " and p99 " + p99;
        }
    }

    /** Closes the connection without a response. */
    record Disconnect() implements Effect {

        @Override
        public String toString() {
            return "disconnect";
        }

        @Override
        public Delivery delivery() {
            return Delivery.NONE;
        }
    }

    /** Sends the headers and half of the announced body, then closes the connection; always after the operation. */
    record Truncate() implements Effect {

        @Override
        public String toString() {
            return "truncate";
        }

        @Override
        public Delivery delivery() {
            return Delivery.HALF;
        }

        @Override
        public When when(When wanted) {
            return When.AFTER;
        }
    }

    /**
     * Sends the headers at once and the body in small parts over a time; always after the operation.
     *
     * @param over the time until the last part, more than 0 and up to 10 minutes
     */
    record Slow(Duration over) implements Effect {

        public Slow {
            requirePresent("over", over);
            if (over.isNegative() || over.isZero() || over.compareTo(LONGEST) > 0) {
                throw new InvalidFieldException(
                        "over", "was " + over + ", but must be more than PT0S and at most " + LONGEST);
            }
        }

        @Override
        public Duration duration() {
            return over;
        }

        @Override
        public Delivery delivery() {
            return Delivery.SLOW;
        }

        @Override
        public When when(When wanted) {
            return When.AFTER;
        }

        @Override
        public String toString() {
            return "slow response over " + over;
        }
    }

    /** Replaces the body with HTML, as some proxies do, and keeps status and Content-Type; always after the operation. */
    record Malformed() implements Effect {

        private static final String PAGE =
                "<html><head><title>Service notice</title></head><body><h1>Service notice</h1></body></html>";

        @Override
        public Optional<String> body() {
            return Optional.of(PAGE);
        }

        @Override
        public When when(When wanted) {
            return When.AFTER;
        }

        @Override
        public String toString() {
            return "malformed";
        }
    }

    /** Holds the request until the fault is deleted; after 29 s, the vendor's time limit, the response is 504. */
    record Hold() implements Effect {

        @Override
        public String toString() {
            return "hold";
        }

        @Override
        public boolean holds() {
            return true;
        }
    }
}
