package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A fault in force.
 *
 * @param matches how many requests it has matched
 * @param hits how many of them it has struck
 */
public record ActiveFault(
        String id, long matches, long hits, @JsonUnwrapped Fault fault) {}
