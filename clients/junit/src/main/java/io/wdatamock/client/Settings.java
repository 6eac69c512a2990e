package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How one sandbox behaves.
 *
 * @param auth which bearer tokens are good enough
 * @param validation how exact requests must be
 * @param overlap what becomes of a refresh while a run of the same connection is active
 * @param defaultScript the script of connections that have none of their own
 * @param rateLimit how many requests are served; absent: no limit
 */
public record Settings(
        AuthMode auth,
        Validation validation,
        Overlap overlap,
        Script defaultScript,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable RateLimit rateLimit) {

    /** The same with this auth mode. */
    public Settings auth(AuthMode mode) {
        return new Settings(mode, validation, overlap, defaultScript, rateLimit);
    }

    /** The same with this validation. */
    public Settings validation(Validation wanted) {
        return new Settings(auth, wanted, overlap, defaultScript, rateLimit);
    }

    /** The same with this treatment of overlapping refreshes. */
    public Settings overlap(Overlap wanted) {
        return new Settings(auth, validation, wanted, defaultScript, rateLimit);
    }

    /** The same with this script for connections that have none. */
    public Settings defaultScript(Script script) {
        return new Settings(auth, validation, overlap, script, rateLimit);
    }

    /** The same with so many requests per second, from 1 to 100,000. */
    public Settings rateLimit(int perSecond) {
        return rateLimit(RateLimit.perSecond(perSecond));
    }

    /** The same with this rate limit. */
    public Settings rateLimit(RateLimit limit) {
        return new Settings(auth, validation, overlap, defaultScript, limit);
    }

    /** The same without a limit of requests. */
    public Settings noRateLimit() {
        return new Settings(auth, validation, overlap, defaultScript, null);
    }
}
