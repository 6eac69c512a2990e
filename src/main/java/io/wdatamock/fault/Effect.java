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

/** What a fault does to an answer. Waiting is in real time, whatever the sandbox's clock shows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Effect.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Effect.Disconnect.class, name = "disconnect"),
    @JsonSubTypes.Type(value = Effect.Truncate.class, name = "truncate"),
    @JsonSubTypes.Type(value = Effect.Hold.class, name = "hold")
})
public sealed interface Effect {

    /** The name by which JSON and metrics know it. */
    default String type() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The error that takes the place of the answer, if one does. */
    default Optional<ApiException> refusal() {
        return Optional.empty();
    }

    /** How long the request has to wait. */
    default Duration pause() {
        return Duration.ZERO;
    }

    /** Whether the request has to wait until the fault is gone. */
    default boolean holds() {
        return false;
    }

    /** How much of the answer is delivered. */
    default Delivery delivery() {
        return Delivery.WHOLE;
    }

    /** How many bytes of memory its texts take. */
    default long size() {
        return 0;
    }

    /** When the effect sets in, if the fault wishes for {@code wanted}. */
    default When when(When wanted) {
        return wanted;
    }

    /**
     * Answers with an error of this status instead.
     *
     * @param status from 400 to 599
     * @param message what the error says; absent: that a fault struck
     * @param retryAfter how long the client is asked to wait; sent in whole seconds, rounded up
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
        public Optional<ApiException> refusal() {
            String text = message == null ? "A fault of this sandbox answers with status " + status : message;
            return Optional.of(
                    ApiException.of(status, text, retryAfter == null ? Map.of() : ApiException.retryAfter(retryAfter)));
        }
    }

    /**
     * Waits, then goes on.
     *
     * @param pause how long, from 0 to 10 minutes
     */
    record Delay(@JsonProperty("for") Duration pause) implements Effect {

        @Override
        public String toString() {
            return "delay of " + pause;
        }

        private static final Duration LONGEST = Duration.ofMinutes(10);

        @SuppressWarnings("ConstantValue") // what is read from JSON may lack anything
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

    /** Closes the connection without an answer. */
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

    /** Announces the whole body and sends half of it; always after the operation. */
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

    /** Waits until the fault is deleted, then goes on; gives up with 504 after 29 s, the vendor's limit of a request. */
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
