package io.wdatamock.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;

/**
 * Reports a wrong setting in one sentence: its value, where it comes from, and which values are allowed. Spring Boot's own
 * analyzers print values of secrets, and neither name the allowed values of a type nor the known settings.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String PREFIX = SettingNames.PREFIX;

    /** Settings whose values are never printed. */
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

    /** A wrong setting, as two sentences for the user. */
    private record Violation(String description, String action) {}

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
        if (failure.getCause() instanceof BindValidationException invalid) {
            return invalid(invalid, failure);
        }
        ConfigurationProperty setting = failure.getProperty();
        String wanted = wanted(failure.getTarget().getType().resolve(Object.class));
        if (setting == null || wanted == null) {
            return null;
        }
        Violation violation = mismatch(setting, "must be " + wanted);
        return new FailureAnalysis(violation.description(), violation.action(), failure);
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

    private FailureAnalysis invalid(BindValidationException invalid, BindException failure) {
        List<Violation> violations = invalid.getValidationErrors().getAllErrors().stream()
                .map(FieldError.class::cast)
                .map(this::violation)
                .distinct()
                .sorted(Comparator.comparing(Violation::description))
                .toList();
        return new FailureAnalysis(
                violations.stream().map(Violation::description).collect(Collectors.joining("\n")),
                violations.stream().map(Violation::action).distinct().collect(Collectors.joining("\n")),
                failure);
    }

    private Violation violation(FieldError error) {
        ConfigurationPropertyName name =
                ConfigurationPropertyName.of(PREFIX + "." + SettingNames.key(error.getField()));
        String requirement = String.valueOf(error.getDefaultMessage());
        // A list may be given as a whole, as in a,b, and so may a rate limit.
        return Stream.of(name, name.getParent())
                .flatMap(this::given)
                .findFirst()
                .map(setting -> mismatch(setting, requirement))
                .orElseGet(
                        () -> new Violation("Setting %s is missing, but %s.".formatted(name, requirement), "Add it."));
    }

    private Stream<ConfigurationProperty> given(ConfigurationPropertyName name) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull);
    }

    private static Violation mismatch(ConfigurationProperty setting, String requirement) {
        return new Violation(
                "Setting %s was \"%s\", but %s.".formatted(setting.getName(), shown(setting), requirement),
                "Correct it; it comes from: " + setting.getOrigin());
    }

    private static Object shown(ConfigurationProperty setting) {
        boolean isSecret = SECRET.matcher(setting.getName().toString()).matches();
        return isSecret && !setting.getValue().toString().isEmpty() ? "***" : setting.getValue();
    }
}
