package io.wdatamock.config;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Disables Spring AOT in a distribution if a setting affects bean definitions that were generated at build time, so
 * that a setting has the same effect in the jar, the distribution and the image.
 */
final class AotDecisions implements EnvironmentPostProcessor {

    /** The property source of the jar, which the build has taken into account. */
    private static final String OWN = "class path resource [application.properties]";

    /** Settings outside {@link #GROUPS} that affect bean definitions. */
    private static final Set<String> SINGLE =
            Set.of("server.forward-headers-strategy", "spring.application.admin.enabled", "wdata-mock.control.enabled");

    /** Groups of settings that affect bean definitions. */
    private static final Set<String> GROUPS = Set.of("spring", "springdoc", "management");

    /** Groups within {@link #GROUPS} that do not affect bean definitions. */
    private static final Set<String> HARMLESS = Set.of(
            "spring.aot",
            "spring.application",
            "spring.backgroundpreinitializer",
            "spring.config",
            "spring.context.exit",
            "spring.lifecycle",
            "spring.output",
            "spring.pid",
            "spring.ssl");

    private final Log log;

    AotDecisions(DeferredLogFactory logs) {
        this.log = logs.getLog(AotDecisions.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (AotDetector.useGeneratedArtifacts()) {
            decisive(environment).ifPresent(setting -> {
                log.info(
                        "Starting without Spring AOT, because %s changes the bean definitions that were generated at build time"
                                .formatted(setting));
                SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
            });
        }
    }

    /** Returns a setting of the user that affects bean definitions. */
    static Optional<String> decisive(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().contains(OWN))
                .flatMap(AotDecisions::decisive)
                .findFirst();
    }

    private static Stream<String> decisive(PropertySource<?> properties) {
        ConfigurationPropertySource source = ConfigurationPropertySource.from(properties);
        if (source == null) {
            return Stream.empty();
        }
        Stream<String> single = SINGLE.stream()
                .filter(name -> source.getConfigurationProperty(ConfigurationPropertyName.of(name)) != null);
        Stream<String> grouped = source instanceof IterableConfigurationPropertySource names
                ? names.stream().filter(AotDecisions::isDecisive).map(ConfigurationPropertyName::toString)
                : Stream.empty();
        return Stream.concat(single, grouped);
    }

    static boolean isDecisive(ConfigurationPropertyName name) {
        return isBelow(name, GROUPS) && !isBelow(name, HARMLESS);
    }

    private static boolean isBelow(ConfigurationPropertyName name, Set<String> groups) {
        return groups.stream()
                .map(ConfigurationPropertyName::of)
                .anyMatch(group -> group.equals(name) || group.isAncestorOf(name));
    }
}
