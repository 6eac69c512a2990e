package io.wdatamock.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fault does to an answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = Effect.Status.class, name = "status"))
public sealed interface Effect {

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

        public Status {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status was " + status + ", but must be from 400 to 599");
            }
            if (retryAfter != null && retryAfter.isNegative()) {
                throw new IllegalArgumentException("retryAfter was " + retryAfter + ", but must not be negative");
            }
        }

        /** The refusal that a client gets. */
        public ApiException toException() {
            String text = message == null ? "A fault of this sandbox answers with status " + status : message;
            return ApiException.of(status, text, retryAfter == null ? Map.of() : ApiException.retryAfter(retryAfter));
        }
    }
}
