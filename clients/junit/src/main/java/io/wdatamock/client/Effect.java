package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a fault does to an answer; {@link WdataMockDsl} makes them. Waiting is in real time. */
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
     * Answers with an error of this status instead.
     *
     * @param status from 400 to 599
     * @param message what the error says; absent: that a fault struck
     * @param retryAfter how long the client is asked to wait; sent in whole seconds, rounded up
     */
    record Status(
            int status, @Nullable String message, @Nullable Duration retryAfter) implements Effect {

        /** The same with this message. */
        public Status message(String text) {
            return new Status(status, text, retryAfter);
        }

        /** The same with a header that asks to wait so long. */
        public Status retryAfter(Duration wait) {
            return new Status(status, message, wait);
        }
    }

    /**
     * Waits, then goes on.
     *
     * @param pause how long, from 0 to 10 minutes
     */
    record Delay(@JsonProperty("for") Duration pause) implements Effect {}

    /** Closes the connection without an answer. */
    record Disconnect() implements Effect {}

    /** Announces the whole body and sends half of it; always after the operation. */
    record Truncate() implements Effect {}

    /** Waits until the fault is deleted, then goes on; gives up with 504 after 29 s. */
    record Hold() implements Effect {}
}
