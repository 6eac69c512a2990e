package io.wdatamock.client;

/** The requests that share one rate limit. */
public enum RateLimitScope {
    /** The requests for one operation in one workspace, as the vendor counts. */
    OPERATION,
    /** All requests of a sandbox. */
    SANDBOX
}
