package io.wdatamock.junit;

import io.wdatamock.server.Configuration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the configuration from the annotation of a test class or of a class that encloses it. */
final class AnnotatedConfiguration {

    private AnnotatedConfiguration() {}

    /** The configuration of a test class; empty if neither it nor an enclosing class has the annotation. */
    static Optional<Configuration> configuration(Class<?> testClass) {
        Optional<WdataMockTest> own = AnnotationSupport.findAnnotation(testClass, WdataMockTest.class);
        if (own.isPresent()) {
            return own.map(AnnotatedConfiguration::configuration);
        }
        return AnnotationSupport.isAnnotated(testClass, Nested.class)
                ? configuration(testClass.getEnclosingClass())
                : Optional.empty();
    }

    private static Configuration configuration(WdataMockTest annotation) {
        return Configuration.of(List.of(annotation.settings()), SeedLoader.load(annotation.seed()));
    }
}
