package io.wdatamock.client;


/** Which requests share one rate limit. */
public enum RateLimitScope {
    /** Those for one operation in one workspace, as the vendor counts. */
    OPERATION,
    /** All of a sandbox. */
    SANDBOX
}
