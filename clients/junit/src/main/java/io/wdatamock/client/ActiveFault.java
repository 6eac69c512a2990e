package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An active fault.
 *
 * @param matches the number of requests that it has matched
 * @param hits the number of requests to which it was applied
 */
public record ActiveFault(
        String id, long matches, long hits, @JsonUnwrapped Fault fault) {}
