package io.wdatamock.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Creates the sandbox for the application context of a test class with {@link WdataMockTest}. */
final class SandboxContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return AnnotatedConfiguration.configuration(testClass)
                .map(SandboxContextCustomizer::new)
                .orElse(null);
    }
}
