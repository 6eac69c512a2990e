package io.wdatamock.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An active fault and its counters.
 *
 * @param matches how many requests it has matched
 * @param hits how many of them it was applied to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActiveFault(
        String id, long matches, long hits, @JsonUnwrapped Fault fault) {

    /** Returns a fault that was not applied yet. */
    public static ActiveFault of(String id, Fault fault) {
        return new ActiveFault(id, 0, 0, fault);
    }

    /** Returns this fault after a matching request, applied to it or not. */
    ActiveFault counted(boolean applied) {
        return new ActiveFault(id, matches + 1, applied ? hits + 1 : hits, fault);
    }
}
