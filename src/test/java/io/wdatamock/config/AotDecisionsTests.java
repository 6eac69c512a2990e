package io.wdatamock.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/** Detection of settings that change bean definitions, with which a distribution must start without Spring AOT. */
class AotDecisionsTests {

    /** Conditions of auto-configurations that this application excludes. */
    private static final Set<String> EXCLUDED =
            Set.of("server.servlet.encoding.enabled", "server.error.whitelabel.enabled");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.forward-headers-strategy",
                "springdoc.api-docs.enabled",
                "spring.threads.virtual.enabled",
                "wdata-mock.control.enabled"
            })
    void decisiveSettingsAreFoundInEverySource(String key) {
        StandardEnvironment options = new StandardEnvironment();
        options.getPropertySources().addFirst(new MapPropertySource("options", Map.of(key, "x")));
        StandardEnvironment variables = new StandardEnvironment();
        String variable = key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        variables
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("x-systemEnvironment", Map.of(variable, "x")));

        assertThat(AotDecisions.decisive(options)).contains(key);
        assertThat(AotDecisions.decisive(variables)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.port",
                "wdata-mock.validation",
                "logging.level.root",
                "spring.application.version",
                "spring.ssl.bundle.pem.a.x"
            })
    void otherSettingsAreNotDecisive(String key) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("options", Map.of(key, "x")));

        assertThat(AotDecisions.decisive(environment)).isEmpty();
    }

    /** Reads all conditions of the class path, to detect new ones of later versions. */
    @Test
    void everySettingOfAConditionIsDecisive() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String pattern : new String[] {"org/springframework/boot", "org/springdoc", "io/wdatamock"}) {
            for (Resource type :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern + "/**/*.class")) {
                AnnotationMetadata metadata = new SimpleMetadataReaderFactory()
                        .getMetadataReader(type)
                        .getAnnotationMetadata();
                Stream.concat(Stream.of(metadata.getAnnotations()), methods(metadata))
                        .forEach(annotations ->
                                keys.addAll(conditions(annotations).toList()));
            }
        }

        assertThat(keys).contains("springdoc.api-docs.enabled", "server.forward-headers-strategy");
        keys.removeAll(EXCLUDED);
        assertThat(keys).allMatch(key -> {
            StandardEnvironment environment = new StandardEnvironment();
            environment.getPropertySources().addFirst(new MapPropertySource("options", Map.of(key, "x")));
            return AotDecisions.decisive(environment).isPresent();
        });
    }

    private static Stream<MergedAnnotations> methods(AnnotationMetadata metadata) {
        return metadata.getDeclaredMethods().stream().map(method -> method.getAnnotations());
    }

    private static Stream<String> conditions(MergedAnnotations annotations) {
        return Stream.of(ConditionalOnProperty.class, ConditionalOnBooleanProperty.class)
                .flatMap(type -> annotations.stream(type))
                .flatMap(AotDecisionsTests::keys);
    }

    private static Stream<String> keys(MergedAnnotation<?> condition) {
        String prefix = condition.getString("prefix");
        return Stream.of("name", "value")
                .flatMap(attribute -> Stream.of(condition.getStringArray(attribute)))
                .map(name -> prefix.isEmpty() ? name : prefix.replaceAll("\\.$", "") + "." + name);
    }
}
