package io.wdatamock.junit;

import io.wdatamock.client.WdataMock;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Access to the mock of an application context. Works without Spring on the class path. */
final class SpringTestContext {

    private static final String EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private static final boolean IS_PRESENT =
            ReflectionSupport.tryToLoadClass(EXTENSION).toOptional().isPresent();

    private SpringTestContext() {}

    /** Whether the test class uses Spring and has a mock in its application context. */
    static boolean isUsedBy(ExtensionContext context) {
        Class<?> testClass = context.getTestClass().orElse(null);
        return IS_PRESENT
                && testClass != null
                && isExtended(testClass)
                && AnnotatedConfiguration.configuration(testClass).isPresent();
    }

    /** Whether Spring resolves the parameter, for example because it is {@code @Autowired}. */
    static boolean resolves(ParameterContext parameter, ExtensionContext context) {
        return new SpringExtension().supportsParameter(parameter, context);
    }

    /** The mock of the test's application context. */
    static WdataMock mock(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(WdataMock.class);
    }

    private static boolean isExtended(Class<?> testClass) {
        boolean byItself = AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class).stream()
                .flatMap(with -> Arrays.stream(with.value()))
                .anyMatch(extension -> extension.getName().equals(EXTENSION));
        return byItself
                || (AnnotationSupport.isAnnotated(testClass, Nested.class)
                        && isExtended(testClass.getEnclosingClass()));
    }
}
