package io.wdatamock.junit;

import io.wdatamock.server.Configuration;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Makes a sandbox, tells its base URL as a property and its mock as a bean, and drops it with the context. Contexts are
 * cached by what they are made of, and so equal configurations make equal customizers.
 */
record SandboxCustomizer(Configuration configuration) implements ContextCustomizer {

    private static final String BEAN = "wdataMock";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        Lease lease = Lease.of(configuration, "spring." + merged.getTestClass().getSimpleName());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "wdata-mock", Map.of("wdata-mock.base-url", lease.mock().baseUrl())));
        context.getBeanFactory().registerSingleton(BEAN, lease.mock());
        if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry singletons) {
            singletons.registerDisposableBean(BEAN, lease::close); // after the beans that use it
        }
    }
}
