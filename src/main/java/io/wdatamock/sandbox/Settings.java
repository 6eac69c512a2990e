package io.wdatamock.sandbox;

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
 * @param rateLimit requests per second, from 1 to 100,000; absent: no limit
 */
public record Settings(
        AuthMode auth,
        Validation validation,
        Overlap overlap,
        Script defaultScript,
        @Nullable Integer rateLimit) {

    /** The most requests per second that a limit may allow. */
    public static final int HIGHEST_RATE = 100_000;

    public Settings {
        requirePresent("auth", auth);
        requirePresent("validation", validation);
        requirePresent("overlap", overlap);
        requirePresent("defaultScript", defaultScript);
        if (rateLimit != null && (rateLimit < 1 || rateLimit > HIGHEST_RATE)) {
            throw new InvalidFieldException(
                    "rateLimit", "was " + rateLimit + ", but must be from 1 to " + HIGHEST_RATE + ", or null for none");
        }
    }

    /** What is read from JSON may lack anything. */
    private static void requirePresent(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidFieldException(field, "was null; leave it out for the configured value");
        }
    }

    static Settings configured(WdataMockProperties properties) {
        return new Settings(
                properties.auth().mode(),
                properties.validation(),
                properties.overlap(),
                properties.defaultScript().toScript(),
                properties.rateLimit());
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
