package io.wdatamock.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.wdatamock.memory.InFlightRequest;
import io.wdatamock.sandbox.Sandbox;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Configures the OpenAPI document of the control API, {@code /v3/api-docs/mock}. */
@Configuration(proxyBeanMethods = false)
class ControlOpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Sandbox.class, InFlightRequest.class)
                .replaceWithSchema(JsonNode.class, new Schema<>().description("Any JSON"));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "wdata-mock.control.enabled", matchIfMissing = true)
    GroupedOpenApi controlApi() {
        return GroupedOpenApi.builder()
                .group("mock")
                .displayName("Control API")
                .pathsToMatch("/__mock/**")
                .addOpenApiCustomizer(new ControlDocument())
                .build();
    }
}
