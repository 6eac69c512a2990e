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
 * How one sandbox behaves.
 *
 * @param auth which bearer tokens are good enough
 * @param validation how exact requests must be
 * @param overlap what becomes of a refresh while a run of the same connection is active
 * @param defaultScript the script of connections that have none of their own
 * @param rateLimit how many requests are served, a number being requests per second and sandbox; absent: no limit
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

    /** What is read from JSON may lack anything. */
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

    /** About how many bytes of memory settings take, if there are any. */
    static long size(@Nullable Settings settings) {
        return settings == null ? 0 : settings.defaultScript.size();
    }

    /** These settings with some replaced: what is absent stays, and a null rate limit is none. */
    public Settings with(ObjectNode changes) {
        ObjectNode merged = WireJson.MAPPER.valueToTree(this);
        merged.setAll(changes);
        Settings changed = WireJson.MAPPER.treeToValue(merged, Settings.class);
        Script script = changed.defaultScript.pacedLike(defaultScript);
        return new Settings(changed.auth, changed.validation, changed.overlap, script, changed.rateLimit);
    }
}
