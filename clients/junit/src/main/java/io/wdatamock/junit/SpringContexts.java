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

/** Test classes that have an application context, whose mock they share. Harmless where there is no Spring. */
final class SpringContexts {

    private static final String EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private static final boolean IS_PRESENT =
            ReflectionSupport.tryToLoadClass(EXTENSION).toOptional().isPresent();

    private SpringContexts() {}

    /** Whether the test class is run by Spring and has a mock in its context. */
    static boolean isUsedBy(ExtensionContext context) {
        Class<?> testClass = context.getTestClass().orElse(null);
        return IS_PRESENT
                && testClass != null
                && isExtended(testClass)
                && Annotated.configuration(testClass).isPresent();
    }

    /** Whether Spring itself resolves a parameter, for instance because it is {@code @Autowired}. */
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
