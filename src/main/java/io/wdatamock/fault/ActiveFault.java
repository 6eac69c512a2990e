package io.wdatamock.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A fault in force.
 *
 * @param matches how many requests it has matched
 * @param hits how many of them it has struck
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActiveFault(
        String id, long matches, long hits, @JsonUnwrapped Fault fault) {

    /** A fault that has struck no request yet. */
    public static ActiveFault of(String id, Fault fault) {
        return new ActiveFault(id, 0, 0, fault);
    }

    /** This fault after a request that it matched, and struck or not. */
    ActiveFault counted(boolean struck) {
        return new ActiveFault(id, matches + 1, struck ? hits + 1 : hits, fault);
    }
}
