package io.wdatamock.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Says what a wrong setting may be, where the framework would only say that it is wrong. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String PREFIX = SettingNames.PREFIX;

    /** Settings whose values are not to be shown. */
    private static final Pattern SECRET = Pattern.compile(".*\\.(secret|token)");

    private static final String WHOLE_NUMBER = "a whole number";
    private static final Map<Class<?>, String> WANTED = Map.of(
            Duration.class,
            "a duration such as 500ms, 10m or PT1H30M",
            DataSize.class,
            "a size such as 512KB or 10MB",
            Integer.class,
            WHOLE_NUMBER,
            Integer.TYPE,
            WHOLE_NUMBER,
            Long.TYPE,
            WHOLE_NUMBER,
            WdataMockProperties.RateLimit.class,
            WHOLE_NUMBER + ", or a group of requests, per and by");

    private final Environment environment;

    SettingsFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException failure) {
        if (!failure.getName().toString().startsWith(PREFIX)) {
            return null;
        }
        if (failure.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
            return unknown(unbound);
        }
        InvalidSettingException invalid = findCause(failure, InvalidSettingException.class);
        if (invalid != null) {
            return invalid(invalid, failure);
        }
        ConfigurationProperty setting = failure.getProperty();
        String wanted = wanted(failure.getTarget().getType().resolve(Object.class));
        return setting == null || wanted == null ? null : mismatch(setting, wanted, failure);
    }

    private static @Nullable String wanted(Class<?> type) {
        @Nullable Object[] values = type.getEnumConstants();
        return values == null
                ? WANTED.get(type)
                : "one of " + Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static FailureAnalysis unknown(UnboundConfigurationPropertiesException unbound) {
        String names = unbound.getUnboundProperties().stream()
                .map(setting -> setting.getName().toString())
                .collect(Collectors.joining(", "));
        ConfigurationProperty first = unbound.getUnboundProperties().iterator().next();
        return new FailureAnalysis(
                "There is no setting %s, or it has no value. It comes from: %s. The nearest is %s."
                        .formatted(
                                names,
                                first.getOrigin(),
                                SettingNames.nearest(first.getName().toString())),
                "Use one of these, and number the items of a list from [0] on:\n    "
                        + String.join("\n    ", SettingNames.keys()),
                unbound);
    }

    private FailureAnalysis invalid(InvalidSettingException invalid, BindException failure) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(PREFIX + "." + invalid.setting());
        // An item of a list may have been given with the others, as in a,b.
        return Stream.of(name, name.getParent())
                .flatMap(this::given)
                .findFirst()
                .map(setting -> mismatch(setting, invalid.wanted(), failure))
                .orElseGet(() -> missing(name, invalid.wanted(), failure));
    }

    private Stream<ConfigurationProperty> given(ConfigurationPropertyName name) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull);
    }

    private static FailureAnalysis missing(ConfigurationPropertyName name, String wanted, BindException failure) {
        return new FailureAnalysis(
                "Setting %s is missing, but must be %s.".formatted(name, wanted), "Add it.", failure);
    }

    private static FailureAnalysis mismatch(ConfigurationProperty setting, String wanted, BindException failure) {
        return new FailureAnalysis(
                "Setting %s was \"%s\", but must be %s.".formatted(setting.getName(), shown(setting), wanted),
                "Correct it; it comes from: " + setting.getOrigin(),
                failure);
    }

    private static Object shown(ConfigurationProperty setting) {
        boolean isSecret = SECRET.matcher(setting.getName().toString()).matches();
        return isSecret && !setting.getValue().toString().isEmpty() ? "***" : setting.getValue();
    }
}
