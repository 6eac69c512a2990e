package io.wdatamock;

import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.stereotype.Component;

/** Takes out, narrows or puts off what the framework would do at every start, though hardly anything here asks for it. */
@Component
final class LeanStart implements BeanDefinitionRegistryPostProcessor {

    private static final List<String> UNNEEDED = List.of(
            // Looks for methods that listen to events; our listeners say so by their type.
            AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME,
            // Looks for beans whose calls are to be validated; those of controllers are, without it.
            "methodValidationPostProcessor",
            // Looks for groups of documents in the settings; ours are beans. OpenApiConfiguration does the rest of it.
            "springdocBeanFactoryPostProcessor",
            // Look for routes that are functions, for welcome pages and for beans named by paths: we have controllers.
            "routerFunctionMapping",
            "handlerFunctionAdapter",
            "welcomePageHandlerMapping",
            "welcomePageNotAcceptableHandlerMapping",
            "beanNameHandlerMapping");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        UNNEEDED.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
        // Made when LazyValidation first asks for it; as infrastructure it would be made at the start even so.
        registry.getBeanDefinition("defaultValidator").setLazyInit(true);
        replaceBinding(registry);
    }

    private static void replaceBinding(BeanDefinitionRegistry registry) {
        String name = ConfigurationPropertiesBindingPostProcessor.BEAN_NAME;
        String replacement = LeanBinding.class.getName();
        if (!replacement.equals(registry.getBeanDefinition(name).getBeanClassName())) {
            RootBeanDefinition binding = new RootBeanDefinition(LeanBinding.class);
            binding.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
            registry.removeBeanDefinition(name);
            registry.registerBeanDefinition(name, binding);
        }
    }
}
