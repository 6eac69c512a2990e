package io.wdatamock;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor;

/**
 * Binds settings to the beans that hold them, which by the framework's custom have names that end in "Properties". Of all
 * others it would read the annotations as well, only to find that they are none.
 */
final class LeanBinding extends ConfigurationPropertiesBindingPostProcessor {

    static boolean holdsSettings(Class<?> type) {
        return type.getName().endsWith("Properties");
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        return holdsSettings(bean.getClass()) ? super.postProcessBeforeInitialization(bean, beanName) : bean;
    }
}
