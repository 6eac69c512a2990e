package io.wdatamock.http;

import io.wdatamock.sandbox.Sandboxes;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives every test a sandbox that no other test has seen. */
final class ApiResolver implements ParameterResolver {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Api.class;
    }

    @Override
    public Api resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ApplicationContext server = SpringExtension.getApplicationContext(test);
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        return new Api(
                URI.create("http://127.0.0.1:" + port),
                server.getBean(Sandboxes.class),
                "test-" + NEXT.incrementAndGet());
    }
}
