package io.wdatamock.openapi;

import io.wdatamock.web.Exchange;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.ui.SwaggerIndexTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Offers the vendor's operations as an OpenAPI document, {@code /v3/api-docs/wdata}, and in Swagger UI. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String SPRINGDOC = "org.springdoc.";

    /** Gathers what belongs into a document, so every document needs one of its own. */
    private static final String BUILDER = "openAPIBuilder";

    /** Which bean needs what another does when it is made: documents how types are converted, the list of documents them. */
    private static final Map<String, String> NEEDED = Map.of(
            "multipleOpenApiResource", "modelConverterRegistrar",
            "swaggerConfigResource", "multipleOpenApiResource");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Exchange.class);
    }

    /** Has springdoc's beans made when somebody wants a document: they declare that every start shall wait for them. */
    @Bean
    static BeanFactoryPostProcessor springdocWhenNeeded() {
        return beans -> {
            Arrays.stream(beans.getBeanDefinitionNames())
                    .map(beans::getBeanDefinition)
                    .filter(bean -> isSpringdoc(bean.getBeanClassName()) || isSpringdoc(bean.getFactoryBeanName()))
                    .forEach(bean -> bean.setLazyInit(true));
            // There is none where documents are switched off.
            if (beans.containsBeanDefinition(BUILDER)) {
                beans.getBeanDefinition(BUILDER).setScope(BeanDefinition.SCOPE_PROTOTYPE);
            }
            NEEDED.forEach((bean, other) -> {
                if (beans.containsBeanDefinition(bean)) {
                    beans.getBeanDefinition(bean).setDependsOn(other);
                }
            });
        };
    }

    @Bean
    GroupedOpenApi wdataApi(ObjectProvider<BuildProperties> build) {
        return GroupedOpenApi.builder()
                .group("wdata")
                .displayName("Wdata connections")
                .pathsToMatch("/api/v1/**")
                .addOpenApiCustomizer(new WdataDocument(
                        build.stream().map(BuildProperties::getVersion).findFirst()))
                .build();
    }

    /** Asks for Swagger UI's parts when somebody opens the page: not at the start, nor where it is switched off. */
    @Bean
    @Lazy
    SwaggerIndexTransformer swaggerUiInitializer(
            ObjectProvider<SwaggerUiConfigProperties> properties,
            ObjectProvider<SwaggerUiOAuthProperties> oauth,
            ObjectProvider<SwaggerWelcomeCommon> welcome,
            ObjectProvider<ObjectMapperProvider> mapper) {
        return (request, page, transformers) -> new SwaggerUiInitializer(
                        properties.getObject(), oauth.getObject(), welcome.getObject(), mapper.getObject())
                .transform(request, page, transformers);
    }

    private static boolean isSpringdoc(@Nullable String name) {
        return name != null && name.startsWith(SPRINGDOC);
    }
}
