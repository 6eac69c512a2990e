package io.wdatamock.config;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Rejects wrong settings that binding accepts: unknown ones among environment variables and system properties, and
 * values of groups.
 */
@Configuration(proxyBeanMethods = false)
class SettingsCheck {

    private static final int HIGHEST_PORT = 65_535;
    private static final String VARIABLES = "WDATA_?MOCK_.*";

    /**
     * Environment variables with the prefix that are not settings: compose.yaml uses {@code WDATA_MOCK_PORT}, the
     * examples use {@code WDATA_MOCK_URL}, and Kubernetes adds several for each Service whose name begins with {@code
     * wdata-mock}.
     */
    private static final Pattern OTHERS = Pattern.compile(
            "WDATA_MOCK_(URL|PORT" + "|(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?))");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    @Bean
    static BeanFactoryPostProcessor wrongSettingsRefusal(ConfigurableEnvironment environment) {
        return beans -> check(environment);
    }

    private static void check(ConfigurableEnvironment environment) {
        requireKnown(environment);
        SettingNames.groups().forEach(group -> requireNoValue(group, environment));
        requirePort(environment);
    }

    private static void requireKnown(ConfigurableEnvironment environment) {
        for (String variable : names(environment, StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            String upper = variable.toUpperCase(Locale.ROOT);
            if (upper.matches(VARIABLES)
                    && !isOthers(upper, environment.getProperty(variable, ""))
                    && !SettingNames.groups().contains(key(upper))
                    && !SettingNames.isKnownVariable(upper)) {
                String nearest = SettingNames.nearest(variable);
                throw unknown(
                        "for environment variable " + variable,
                        nearest + ", as environment variable " + SettingNames.variable(nearest));
            }
        }
        for (String name : names(environment, StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            if (name.startsWith(SettingNames.PREFIX + ".")
                    && !SettingNames.groups().contains(name)
                    && !SettingNames.isKnown(name)) {
                throw unknown(
                        "%s, which is given as system property %s".formatted(name, name), SettingNames.nearest(name));
            }
        }
    }

    private static WrongStartException unknown(String name, String nearest) {
        return new WrongStartException(
                "There is no setting %s; the nearest is %s.".formatted(name, nearest), "Correct or remove it.");
    }

    private static boolean isOthers(String variable, String value) {
        return OTHERS.matcher(variable).matches()
                || (variable.endsWith("_PORT") && SERVICE_ADDRESS.matcher(value).matches());
    }

    /** Returns the group with the name of this variable, if any. */
    private static String key(String variable) {
        return SettingNames.groups().stream()
                .filter(group -> SettingNames.variable(group).equals(variable))
                .findFirst()
                .orElse(variable);
    }

    private static void requireNoValue(String group, ConfigurableEnvironment environment) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(group);
        given(name, environment).findFirst().ifPresent(setting -> {
            throw new WrongStartException(
                    "Setting %s was \"%s\", but is a group of settings: %s."
                            .formatted(group, setting.getValue(), String.join(", ", SettingNames.below(group))),
                    "Set one of these; it comes from: " + setting.getOrigin());
        });
    }

    private static void requirePort(ConfigurableEnvironment environment) {
        given(ConfigurationPropertyName.of("server.port"), environment)
                .findFirst()
                .filter(setting -> isWrongPort(String.valueOf(setting.getValue())))
                .ifPresent(setting -> {
                    throw new WrongStartException(
                            "Setting server.port was \"%s\", but must be from 0 to %d."
                                    .formatted(setting.getValue(), HIGHEST_PORT),
                            "Correct it; it comes from: " + setting.getOrigin());
                });
    }

    /** Whether the port is a number out of range; Spring Boot rejects other values. */
    private static boolean isWrongPort(String value) {
        return value.matches("-\\d+|0*[1-9]\\d{5,}")
                || (value.matches("\\d{1,5}") && Integer.parseInt(value) > HIGHEST_PORT);
    }

    private static Stream<ConfigurationProperty> given(
            ConfigurationPropertyName name, ConfigurableEnvironment environment) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull);
    }

    private static List<String> names(ConfigurableEnvironment environment, String source) {
        PropertySource<?> found = environment.getPropertySources().get(source);
        return found instanceof EnumerablePropertySource<?> names ? List.of(names.getPropertyNames()) : List.of();
    }
}
