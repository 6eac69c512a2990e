package io.wdatamock.openapi;

import java.io.IOException;
import java.io.InputStream;
import org.springdoc.core.properties.SwaggerUiConfigParameters;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;

/** Starts Swagger UI with a bearer token, so that the first request is authenticated. */
final class SwaggerUiInitializer extends SwaggerIndexPageTransformer {

    private static final String OPTIONS = "SwaggerUIBundle({";
    /** Keeps the copy button from covering the operation ID. */
    private static final String STYLE = """

            document.head.appendChild(document.createElement("style")).textContent =
              ".opblock-summary .copy-to-clipboard { overflow: hidden }";
            """;

    private static final String TOKEN = "swagger-ui";

    SwaggerUiInitializer(
            SwaggerUiConfigProperties properties,
            SwaggerUiOAuthProperties oauth,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider mapper) {
        super(properties, oauth, welcome, mapper);
    }

    @Override
    protected String defaultTransformations(SwaggerUiConfigParameters parameters, InputStream script)
            throws IOException {
        String authorize = "\n    onComplete: () => window.ui.preauthorizeApiKey(\"%s\", \"%s\"),"
                .formatted(WdataDocument.BEARER, TOKEN);
        return super.defaultTransformations(parameters, script).replace(OPTIONS, OPTIONS + authorize) + STYLE;
    }
}
