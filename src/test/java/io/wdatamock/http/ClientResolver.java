package io.wdatamock.http;

import io.wdatamock.sandbox.Sandboxes;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Resolves the clients of a new sandbox for each test. */
final class ClientResolver implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(ClientResolver.class);
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == ApiClient.class || type == ControlClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ApiClient client = test.getStore(NAMESPACE)
                .computeIfAbsent(
                        ApiClient.class, key -> create(SpringExtension.getApplicationContext(test)), ApiClient.class);
        return parameter.getParameter().getType() == ApiClient.class ? client : client.control();
    }

    private static ApiClient create(ApplicationContext server) {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        return ApiClient.of(
                URI.create("http://127.0.0.1:" + port),
                server.getBean(Sandboxes.class),
                "test-" + NEXT.incrementAndGet());
    }
}
