package io.wdatamock.sandbox;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox settings that the operator gave as options, variables or properties. They take precedence over a seed.
 */
record ExplicitSettings(Environment environment) {

    private static final Map<String, String> KEYS = Map.of(
            "auth", "wdata-mock.auth.mode",
            "validation", "wdata-mock.validation",
            "overlap", "wdata-mock.overlap",
            "rateLimit", "wdata-mock.rate-limit");

    private static final Map<String, String> SCRIPT_KEYS = Map.of(
            "outcome", "wdata-mock.default-script.outcome",
            "error", "wdata-mock.default-script.error",
            "pacing", "wdata-mock.default-script.pacing");

    /** Replaces the explicitly given settings in those of a seed. */
    void prevailOver(ObjectNode seed, ObjectNode configured) {
        prevail(KEYS, seed, configured);
        if (seed.get("defaultScript") instanceof ObjectNode script
                && configured.get("defaultScript") instanceof ObjectNode configuredScript) {
            prevail(SCRIPT_KEYS, script, configuredScript);
        }
    }

    private void prevail(Map<String, String> keys, ObjectNode seed, ObjectNode configured) {
        keys.forEach((field, key) -> {
            if (seed.has(field) && isGiven(ConfigurationPropertyName.of(key))) {
                seed.set(field, configured.get(field));
            }
        });
    }

    private boolean isGiven(ConfigurationPropertyName name) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .anyMatch(source -> source.getConfigurationProperty(name) != null
                        || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
    }
}
