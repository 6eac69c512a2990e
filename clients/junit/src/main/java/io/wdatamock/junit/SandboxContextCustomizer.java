package io.wdatamock.junit;

import io.wdatamock.server.Configuration;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Creates a sandbox for an application context, adds its base URL as a property and its mock as a bean, and deletes it
 * with the context. A record, because Spring caches contexts by their customizers.
 */
record SandboxContextCustomizer(Configuration configuration) implements ContextCustomizer {

    private static final String BEAN = "wdataMock";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        TestSandbox sandbox =
                TestSandbox.of(configuration, "spring." + merged.getTestClass().getSimpleName());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "wdata-mock",
                        Map.of("wdata-mock.base-url", sandbox.mock().baseUrl())));
        context.getBeanFactory().registerSingleton(BEAN, sandbox.mock());
        if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry singletons) {
            singletons.registerDisposableBean(BEAN, sandbox::close); // after the beans that use it
        }
    }
}
