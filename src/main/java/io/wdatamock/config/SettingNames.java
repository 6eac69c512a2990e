package io.wdatamock.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The names of the server's own settings, as keys and as environment variables. */
final class SettingNames {

    static final String PREFIX = "wdata-mock";

    /** The placeholder for the index of an item in the keys of {@link #items}. */
    private static final String INDEX = "[0]";

    private static final Pattern INDEXES = Pattern.compile("\\[\\d+]");

    private SettingNames() {}

    /** Returns the keys of all settings. */
    static List<String> keys() {
        return keys(PREFIX, WdataMockProperties.class).toList();
    }

    /** Returns the keys of the settings in a group; empty if there is no such group. */
    static List<String> below(String group) {
        return keys().stream().filter(key -> key.startsWith(group + ".")).toList();
    }

    /** Returns the groups of settings, such as {@code wdata-mock.auth}. */
    static List<String> groups() {
        return keys().stream()
                .flatMap(key -> Stream.iterate(
                        key.substring(0, key.lastIndexOf('.')),
                        group -> !group.equals(PREFIX),
                        group -> group.substring(0, group.lastIndexOf('.'))))
                .distinct()
                .filter(group -> !keys().contains(group))
                .toList();
    }

    /** Whether Spring Boot binds this key to a setting by its relaxed rules. */
    static boolean isKnown(String key) {
        String uniform = uniform(INDEXES.matcher(key).replaceAll(INDEX));
        return all().map(SettingNames::uniform).anyMatch(uniform::equals);
    }

    /** Whether Spring Boot binds this environment variable to a setting. */
    static boolean isKnownVariable(String variable) {
        return Stream.<UnaryOperator<String>>of(
                        UnaryOperator.identity(), key -> key.replace("-", "")) // Spring Boot accepts both forms
                .flatMap(form -> all().map(form).map(SettingNames::variable))
                .map(known -> Pattern.compile(known.replace("_0", "_\\d+")))
                .anyMatch(known -> known.matcher(variable).matches());
    }

    /** Returns the setting with the most similar key. */
    static String nearest(String name) {
        String wanted = letters(name.replaceAll("\\d", ""));
        Optional<String> nearest = keys().stream().min(Comparator.comparingInt(key -> distance(letters(key), wanted)));
        return nearest.orElseThrow();
    }

    /** Returns the key, without the prefix, of a path of record components such as {@code auth.clients[0].id}. */
    static String key(String path) {
        return Arrays.stream(path.split("\\."))
                .map(DataObjectPropertyName::toDashedForm)
                .collect(Collectors.joining("."));
    }

    /** Returns the environment variable of a key. */
    static String variable(String key) {
        return key.replaceAll("[.\\[-]", "_").replace("]", "").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> keys(String prefix, Class<?> type) {
        return components(type).flatMap(component -> {
            String key = key(prefix, component);
            return parts(component, key, below -> keys(key, below));
        });
    }

    /** Returns all keys, and those of the items of lists. */
    private static Stream<String> all() {
        return all(PREFIX, WdataMockProperties.class);
    }

    private static Stream<String> all(String prefix, Class<?> type) {
        return components(type).flatMap(component -> {
            String key = key(prefix, component);
            if (component.getType().isRecord()) {
                return parts(component, key, below -> all(key, below));
            }
            return component.getGenericType() instanceof ParameterizedType list
                    ? Stream.concat(Stream.of(key), items(key + INDEX, (Class<?>) list.getActualTypeArguments()[0]))
                    : Stream.of(key);
        });
    }

    /**
     * Returns the key of a component; for a group those of its members and, if a single text can replace the group, its
     * own.
     */
    private static Stream<String> parts(
            RecordComponent component, String key, Function<Class<?>, Stream<String>> members) {
        Class<?> type = component.getType();
        if (!type.isRecord()) {
            return Stream.of(key);
        }
        return Stream.concat(isAlsoText(type) ? Stream.of(key) : Stream.of(), members.apply(type));
    }

    /** Whether Spring Boot converts a text to this type, by its method {@code of}. */
    private static boolean isAlsoText(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("of")
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}));
    }

    private static Stream<String> items(String key, Class<?> type) {
        return type.isRecord() ? all(key, type) : Stream.of(key);
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static String key(String prefix, RecordComponent component) {
        return prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
    }

    private static String uniform(String key) {
        return key.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    /** Returns the edit distance of two names. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
