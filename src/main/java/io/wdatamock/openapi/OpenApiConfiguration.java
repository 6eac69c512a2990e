package io.wdatamock.openapi;

import io.wdatamock.web.Exchange;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.ui.SwaggerIndexTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Provides the OpenAPI document of the vendor's operations, {@code /v3/api-docs/wdata}, and configures Swagger UI. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Exchange.class);
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

    /** Lazy, because the beans that it needs do not exist if {@code springdoc.api-docs.enabled} is false. */
    @Bean
    @Lazy
    SwaggerIndexTransformer swaggerUiInitializer(
            SwaggerUiConfigProperties properties,
            SwaggerUiOAuthProperties oauth,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider mapper) {
        return new SwaggerUiInitializer(properties, oauth, welcome, mapper);
    }
}
