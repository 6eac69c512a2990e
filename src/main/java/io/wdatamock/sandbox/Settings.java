package io.wdatamock.sandbox;

import io.swagger.v3.oas.annotations.media.Schema;
import io.wdatamock.auth.AuthMode;
import io.wdatamock.config.Validation;
import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.lifecycle.Script;
import io.wdatamock.refresh.Overlap;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of one sandbox.
 *
 * @param auth the accepted bearer tokens
 * @param validation how strictly requests are validated
 * @param overlap whether a refresh is rejected while a run of the same connection is active
 * @param defaultScript the script of connections without scripts
 * @param rateLimit the rate limit; null: none
 */
public record Settings(
        AuthMode auth,
        Validation validation,
        Overlap overlap,
        Script defaultScript,

        @Schema(oneOf = {Integer.class, RateLimit.class}) @Nullable
        RateLimit rateLimit) {

    public Settings {
        requirePresent("auth", auth);
        requirePresent("validation", validation);
        requirePresent("overlap", overlap);
        requirePresent("defaultScript", defaultScript);
    }

    /** Rejects null, which JSON can contain. */
    private static void requirePresent(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidFieldException(field, "was null; give it a value or leave it out");
        }
    }

    static Settings configured(WdataMockProperties properties) {
        return new Settings(
                properties.auth().mode(),
                properties.validation(),
                properties.overlap(),
                properties.defaultScript().toScript(),
                RateLimit.configured(properties.rateLimit()));
    }

    /** Returns the estimated memory in bytes; 0 for null. */
    static long size(@Nullable Settings settings) {
        return settings == null ? 0 : settings.defaultScript.size();
    }

    /** Returns these settings with changes; a missing field stays, a null rate limit removes it. */
    public Settings with(ObjectNode changes) {
        ObjectNode merged = WireJson.MAPPER.valueToTree(this);
        merged.setAll(changes);
        Settings changed = WireJson.MAPPER.treeToValue(merged, Settings.class);
        Script script = changed.defaultScript.pacedLike(defaultScript);
        return new Settings(changed.auth, changed.validation, changed.overlap, script, changed.rateLimit);
    }
}
