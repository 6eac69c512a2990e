package io.wdatamock.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.Limits;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The effect of a fault. Delays are in real time, independent of the sandbox's clock. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Effect.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Effect.Disconnect.class, name = "disconnect"),
    @JsonSubTypes.Type(value = Effect.Truncate.class, name = "truncate"),
    @JsonSubTypes.Type(value = Effect.Hold.class, name = "hold")
})
public sealed interface Effect {

    /** Returns the name in JSON and metrics. */
    default String type() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Returns the error that replaces the response, if any. */
    default Optional<ApiException> error() {
        return Optional.empty();
    }

    /** Returns the delay of the request. */
    default Duration pause() {
        return Duration.ZERO;
    }

    /** Whether the request waits until the fault is removed. */
    default boolean holds() {
        return false;
    }

    /** Returns how much of the response is sent. */
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
     * Delays the request.
     *
     * @param pause the delay, from 0 to 10 minutes
     */
    record Delay(@JsonProperty("for") Duration pause) implements Effect {

        @Override
        public String toString() {
            return "delay of " + pause;
        }

        private static final Duration LONGEST = Duration.ofMinutes(10);

        @SuppressWarnings("ConstantValue") // values read from JSON may be null
        public Delay {
            if (pause == null) {
                throw new InvalidFieldException(
                        "for", "is missing, but must be a duration such as 500ms, 2s or PT1.5S");
            }
            if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
                throw new InvalidFieldException("for", "was " + pause + ", but must be from PT0S to " + LONGEST);
            }
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
