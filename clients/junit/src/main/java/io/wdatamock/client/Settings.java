package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.auth.AuthMode;
import io.wdatamock.config.Validation;
import io.wdatamock.refresh.Overlap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a sandbox. Each method returns a copy with one change.
 *
 * @param auth which bearer tokens the server accepts
 * @param validation how strictly the server validates requests
 * @param overlap whether a refresh may start during a run of the same connection
 * @param defaultScript the script of connections without scripts
 * @param rateLimit null for no limit
 */
public record Settings(
        AuthMode auth,
        Validation validation,
        Overlap overlap,
        Script defaultScript,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable RateLimit rateLimit) {

    /** Sets which bearer tokens the server accepts. */
    public Settings auth(AuthMode mode) {
        return new Settings(mode, validation, overlap, defaultScript, rateLimit);
    }

    /** Sets how strictly the server validates requests. */
    public Settings validation(Validation wanted) {
        return new Settings(auth, wanted, overlap, defaultScript, rateLimit);
    }

    /** Sets whether a refresh may start during a run of the same connection. */
    public Settings overlap(Overlap wanted) {
        return new Settings(auth, validation, wanted, defaultScript, rateLimit);
    }

    /** Sets the script of connections without scripts. */
    public Settings defaultScript(Script script) {
        return new Settings(auth, validation, overlap, script, rateLimit);
    }

    /** Limits the requests per second, from 1 to 100,000. */
    public Settings rateLimit(int perSecond) {
        return rateLimit(RateLimit.perSecond(perSecond));
    }

    /** Sets the rate limit. */
    public Settings rateLimit(RateLimit limit) {
        return new Settings(auth, validation, overlap, defaultScript, limit);
    }

    /** Removes the rate limit. */
    public Settings noRateLimit() {
        return new Settings(auth, validation, overlap, defaultScript, null);
    }
}
