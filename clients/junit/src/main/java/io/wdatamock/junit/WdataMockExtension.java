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
 * What {@link WdataMockTest} does. For a configuration that an annotation cannot express, register it as a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static WdataMockExtension mocks = WdataMockExtension.builder().setting("wdata-mock.random-seed", "7").build();
 * }</pre>
 */
public final class WdataMockExtension
        implements ParameterResolver, TestInstancePreConstructCallback, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(WdataMockExtension.class);

    /** Constructors belong to a test of which JUnit does not tell yet; it goes on in the same thread. */
    private static final ThreadLocal<@Nullable Lease> OF_CONSTRUCTOR = new ThreadLocal<>();

    private final @Nullable Configuration configuration;

    /** For JUnit: the configuration is that of the annotation. */
    public WdataMockExtension() {
        this(null);
    }

    private WdataMockExtension(@Nullable Configuration configuration) {
        this.configuration = configuration;
    }

    /** An extension with a configuration of its own. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WdataMock.class
                && !(SpringContexts.isUsedBy(context) && SpringContexts.resolves(parameter, context));
    }

    @Override
    public WdataMock resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (SpringContexts.isUsedBy(context)) {
            return SpringContexts.mock(context);
        }
        boolean isPerTest = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_METHOD;
        boolean isConstructor = parameter.getDeclaringExecutable() instanceof Constructor;
        return context.getTestMethod().isEmpty() && isConstructor && isPerTest
                ? leaseOfConstructor(context).mock()
                : lease(context).mock();
    }

    /** A new object for a new test: what is left of a constructor that failed is not its. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (factory.getOuterInstance().isEmpty()) {
            OF_CONSTRUCTOR.remove();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (SpringContexts.isUsedBy(context)) {
            SpringContexts.mock(context).reset();
            return;
        }
        Lease constructed = OF_CONSTRUCTOR.get();
        OF_CONSTRUCTOR.remove();
        if (constructed != null && context.getTestInstanceLifecycle().orElseThrow() == Lifecycle.PER_METHOD) {
            store(context).put(Lease.class, constructed);
        }
    }

    /** Tells of the test's sandbox if the test has failed, in the report and below the failure's stack trace. */
    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> {
            String story = story(context);
            if (story != null) {
                context.publishReportEntry("wdata-mock", story);
                if (!(failure instanceof VerificationError)) { // that tells the same story
                    failure.addSuppressed(new SandboxFailureReport(story));
                }
            }
        });
    }

    private @Nullable String story(ExtensionContext context) {
        try {
            if (SpringContexts.isUsedBy(context)) {
                return SpringContexts.mock(context).describe();
            }
            Lease lease = store(context).get(Lease.class, Lease.class);
            return lease == null ? null : lease.describe();
        } catch (WdataMockException e) {
            return e.getMessage();
        }
    }

    /** The lease of the test, or of the class if that is what the context is about. */
    private Lease lease(ExtensionContext context) {
        Lease known = store(context).get(scope(context), Lease.class);
        if (known != null) {
            return known;
        }
        Lease lease = newLease(context);
        store(context).put(scope(context), lease);
        return lease;
    }

    private Lease leaseOfConstructor(ExtensionContext context) {
        Lease known = OF_CONSTRUCTOR.get();
        if (known != null) {
            return known;
        }
        Lease lease = newLease(context);
        OF_CONSTRUCTOR.set(lease);
        store(context).put(lease, lease); // so that it is closed at the end of the class, should no test adopt it
        return lease;
    }

    /** A store finds what its parents have: a test must not find the lease of its class. */
    private static Object scope(ExtensionContext context) {
        return context.getTestMethod().isPresent() ? Lease.class : context.getRequiredTestClass();
    }

    private Lease newLease(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        String method = context.getTestMethod().map(Method::getName).orElse("");
        return Lease.of(
                configuration(testClass),
                method.isEmpty() ? testClass.getSimpleName() : testClass.getSimpleName() + "." + method);
    }

    private Configuration configuration(Class<?> testClass) {
        return configuration != null
                ? configuration
                : Annotated.configuration(testClass).orElse(Configuration.DEFAULT);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** Takes the seed and the settings of the server. */
    public static final class Builder {

        private final Map<String, String> settings = new TreeMap<>();
        private @Nullable String seed;

        private Builder() {}

        /** The seed that sandboxes begin with: {@code classpath:} and the name of a resource, or a file. */
        public Builder seed(String location) {
            seed = SeedText.at(location);
            return this;
        }

        /** The file with the seed that sandboxes begin with. */
        public Builder seed(Path file) {
            return seed(file.toString());
        }

        /** A setting of the server, such as {@code wdata-mock.validation}. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /** The extension; those with equal seeds and settings share a server. */
        public WdataMockExtension build() {
            return new WdataMockExtension(new Configuration(settings, seed));
        }
    }
}
