package io.wdatamock.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes one server different from another. Tests with equal ones share a server.
 *
 * @param settings settings of the server by their names
 * @param seed the text of a seed; absent: the built-in one
 */
public record Configuration(
        Map<String, String> settings, @Nullable String seed) {

    private static final String TOKEN = "wdata-mock.control.token";

    /** These are how the JVM and its child find each other. */
    private static final Set<String> RESERVED = Set.of(
            "server.address",
            "server.port",
            "wdata-mock.control.enabled",
            "wdata-mock.exit-on-stdin-close",
            "wdata-mock.port-file",
            "wdata-mock.seed");

    /** Room for the sandboxes of a large suite, unless it wants to say otherwise. */
    private static final Map<String, String> DEFAULTS = Map.of("wdata-mock.sandboxes.max", "100000");

    /** Without settings, and with the built-in seed. */
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
     * With settings as an annotation can have them.
     *
     * @param settings each a name, an equals sign and a value
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

    /** The bearer token that the control API wants, if it wants one. */
    @Nullable
    String controlToken() {
        return settings.get(TOKEN);
    }

    /** The settings as options of a command line. */
    Stream<String> options() {
        Map<String, String> all = new TreeMap<>(DEFAULTS);
        all.putAll(settings);
        return all.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    }
}
