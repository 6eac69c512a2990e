package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The effect of a fault on a request. Delays and holds are in real time. {@link WdataMockDsl} creates effects. */
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

    /**
     * Responds with an error.
     *
     * @param status from 400 to 599
     * @param message the message of the error; null for a default
     * @param retryAfter the header Retry-After in whole seconds, rounded up; null for none
     */
    record Status(
            int status, @Nullable String message, @Nullable Duration retryAfter) implements Effect {

        /** Sets the message. */
        public Status message(String text) {
            return new Status(status, text, retryAfter);
        }

        /** Sets the header Retry-After. */
        public Status retryAfter(Duration wait) {
            return new Status(status, message, wait);
        }
    }

    /**
     * Delays each request by a fixed time, or by one that the sandbox's seeded random numbers draw from a log-normal
     * distribution. Delays are from 0 to 10 minutes.
     *
     * @param pause {@code for} in JSON: the fixed time; null for a distribution
     * @param median the time that half of the delays do not exceed; null for a fixed time
     * @param p99 the time that 99 % of the delays do not exceed; null for a fixed time
     */
    record Delay(
            @JsonProperty("for") @Nullable Duration pause,
            @Nullable Duration median,
            @Nullable Duration p99) implements Effect {}

    /** Closes the connection without a response. */
    record Disconnect() implements Effect {}

    /** Sends half of the body that Content-Length announces; always after the operation. */
    record Truncate() implements Effect {}

    /**
     * Sends the body in small parts; always after the operation.
     *
     * @param over the time until the last part, more than 0 and up to 10 minutes
     */
    record Slow(Duration over) implements Effect {}

    /** Replaces the body with HTML and keeps status and Content-Type; always after the operation. */
    record Malformed() implements Effect {}

    /** Holds the request until the fault is deleted; after 29 s the response is 504. */
    record Hold() implements Effect {}
}
