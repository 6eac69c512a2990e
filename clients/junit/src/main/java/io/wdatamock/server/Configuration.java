package io.wdatamock.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings and the seed of a server. Tests with equal configurations share a server.
 *
 * @param settings the settings of the server by name
 * @param seed the text of a seed; null for the built-in seed
 */
public record Configuration(
        Map<String, String> settings, @Nullable String seed) {

    private static final String TOKEN = "wdata-mock.control.token";

    /** Settings by which the JVM and the child process find each other. */
    private static final Set<String> RESERVED = Set.of(
            "server.address",
            "server.port",
            "wdata-mock.control.enabled",
            "wdata-mock.exit-on-stdin-close",
            "wdata-mock.port-file",
            "wdata-mock.seed");

    /** Enough sandboxes for a large test suite. */
    private static final Map<String, String> DEFAULTS = Map.of("wdata-mock.sandboxes.max", "100000");

    /** No settings, and the built-in seed. */
    public static final Configuration DEFAULT = new Configuration(Map.of(), null);

    public Configuration {
        settings.keySet().stream().filter(RESERVED::contains).forEach(name -> {
            throw new IllegalArgumentException(
                    "Setting %s is taken by the extension itself; leave it out, and give a seed as seed"
                            .formatted(name));
        });
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /**
     * Parses settings of the form {@code name=value}.
     *
     * @throws IllegalArgumentException if a setting has another form or is reserved for the extension
     */
    public static Configuration of(List<String> settings, @Nullable String seed) {
        Map<String, String> byName = new TreeMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "Setting \"%s\" must be a name, an equals sign and a value, such as wdata-mock.validation=strict"
                                .formatted(setting));
            }
            byName.put(
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip());
        }
        return new Configuration(byName, seed);
    }

    /** The bearer token of the control API; null if it requires none. */
    @Nullable
    String controlToken() {
        return settings.get(TOKEN);
    }

    /** The settings as command-line options. */
    Stream<String> options() {
        Map<String, String> all = new TreeMap<>(DEFAULTS);
        all.putAll(settings);
        return all.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    }
}
