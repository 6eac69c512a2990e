package io.wdatamock.junit;

import io.wdatamock.client.VerificationError;
import io.wdatamock.client.WdataMock;
import io.wdatamock.client.WdataMockException;
import io.wdatamock.server.Configuration;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * The extension behind {@link WdataMockTest}. A static field can configure it without the annotation:
 *
 * <pre>{@code
 * @RegisterExtension
 * static WdataMockExtension mocks = WdataMockExtension.builder().setting("wdata-mock.random-seed", "7").build();
 * }</pre>
 */
public final class WdataMockExtension
        implements ParameterResolver, TestInstancePreConstructCallback, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(WdataMockExtension.class);

    /** The sandbox of a constructor, whose test JUnit does not expose yet; the test runs in the same thread. */
    private static final ThreadLocal<@Nullable TestSandbox> OF_CONSTRUCTOR = new ThreadLocal<>();

    private final @Nullable Configuration configuration;

    /** For JUnit; uses the configuration of the annotation. */
    public WdataMockExtension() {
        this(null);
    }

    private WdataMockExtension(@Nullable Configuration configuration) {
        this.configuration = configuration;
    }

    /** Configures an extension without the annotation. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WdataMock.class
                && !(SpringTestContext.isUsedBy(context) && SpringTestContext.resolves(parameter, context));
    }

    @Override
    public WdataMock resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (SpringTestContext.isUsedBy(context)) {
            return SpringTestContext.mock(context);
        }
        boolean isPerTest = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_METHOD;
        boolean isConstructor = parameter.getDeclaringExecutable() instanceof Constructor;
        return context.getTestMethod().isEmpty() && isConstructor && isPerTest
                ? sandboxOfConstructor(context).mock()
                : sandbox(context).mock();
    }

    /** Discards the sandbox of a previous constructor that failed. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (factory.getOuterInstance().isEmpty()) {
            OF_CONSTRUCTOR.remove();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (SpringTestContext.isUsedBy(context)) {
            SpringTestContext.mock(context).reset();
            return;
        }
        TestSandbox constructed = OF_CONSTRUCTOR.get();
        OF_CONSTRUCTOR.remove();
        if (constructed != null && context.getTestInstanceLifecycle().orElseThrow() == Lifecycle.PER_METHOD) {
            store(context).put(TestSandbox.class, constructed);
        }
    }

    /** If the test has failed, describes its sandbox in the report and as a suppressed exception. */
    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> {
            String report = describe(context);
            if (report != null) {
                context.publishReportEntry("wdata-mock", report);
                if (!(failure instanceof VerificationError)) { // it contains the same report
                    failure.addSuppressed(new SandboxFailureReport(report));
                }
            }
        });
    }

    private @Nullable String describe(ExtensionContext context) {
        try {
            if (SpringTestContext.isUsedBy(context)) {
                return SpringTestContext.mock(context).describe();
            }
            TestSandbox sandbox = store(context).get(TestSandbox.class, TestSandbox.class);
            return sandbox == null ? null : sandbox.describe();
        } catch (WdataMockException e) {
            return e.getMessage();
        }
    }

    /** The sandbox of the test or, outside of tests, of the class. */
    private TestSandbox sandbox(ExtensionContext context) {
        TestSandbox known = store(context).get(scope(context), TestSandbox.class);
        if (known != null) {
            return known;
        }
        TestSandbox sandbox = newSandbox(context);
        store(context).put(scope(context), sandbox);
        return sandbox;
    }

    private TestSandbox sandboxOfConstructor(ExtensionContext context) {
        TestSandbox known = OF_CONSTRUCTOR.get();
        if (known != null) {
            return known;
        }
        TestSandbox sandbox = newSandbox(context);
        OF_CONSTRUCTOR.set(sandbox);
        store(context).put(sandbox, sandbox); // closes it at the end of the class if no test adopts it
        return sandbox;
    }

    /** The key of a sandbox. Stores inherit from their parents, but a test must not find the sandbox of its class. */
    private static Object scope(ExtensionContext context) {
        return context.getTestMethod().isPresent() ? TestSandbox.class : context.getRequiredTestClass();
    }

    private TestSandbox newSandbox(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        String method = context.getTestMethod().map(Method::getName).orElse("");
        return TestSandbox.of(
                configuration(testClass),
                method.isEmpty() ? testClass.getSimpleName() : testClass.getSimpleName() + "." + method);
    }

    private Configuration configuration(Class<?> testClass) {
        return configuration != null
                ? configuration
                : AnnotatedConfiguration.configuration(testClass).orElse(Configuration.DEFAULT);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** The seed and the settings of the server. */
    public static final class Builder {

        private final Map<String, String> settings = new TreeMap<>();
        private @Nullable String seed;

        private Builder() {}

        /** Sets the seed of the sandboxes: {@code classpath:} and the name of a resource, or a file. */
        public Builder seed(String location) {
            seed = SeedLoader.load(location);
            return this;
        }

        /** Sets the file with the seed of the sandboxes. */
        public Builder seed(Path file) {
            return seed(file.toString());
        }

        /** Adds a setting of the server, such as {@code wdata-mock.validation}. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /**
         * Creates the extension. Extensions with equal seeds and settings share a server.
         *
         * @throws IllegalArgumentException if a setting is reserved for the extension
         */
        public WdataMockExtension build() {
            return new WdataMockExtension(new Configuration(settings, seed));
        }
    }
}
