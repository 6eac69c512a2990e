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
     * Delays the request.
     *
     * @param pause from 0 to 10 minutes
     */
    record Delay(@JsonProperty("for") Duration pause) implements Effect {}

    /** Closes the connection without a response. */
    record Disconnect() implements Effect {}

    /** Sends half of the body that Content-Length announces; always after the operation. */
    record Truncate() implements Effect {}

    /** Holds the request until the fault is deleted; after 29 s the response is 504. */
    record Hold() implements Effect {}
}
