package io.wdatamock.junit;

import io.wdatamock.server.Configuration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a test class says by its annotation, or the class around it. */
final class Annotated {

    private Annotated() {}

    /** The configuration that a test class asks for, if it or a class around it asks for any. */
    static Optional<Configuration> configuration(Class<?> testClass) {
        Optional<WdataMockTest> own = AnnotationSupport.findAnnotation(testClass, WdataMockTest.class);
        if (own.isPresent()) {
            return own.map(Annotated::configuration);
        }
        return AnnotationSupport.isAnnotated(testClass, Nested.class)
                ? configuration(testClass.getEnclosingClass())
                : Optional.empty();
    }

    private static Configuration configuration(WdataMockTest annotation) {
        return Configuration.of(List.of(annotation.settings()), SeedText.at(annotation.seed()));
    }
}
