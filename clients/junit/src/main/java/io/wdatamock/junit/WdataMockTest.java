package io.wdatamock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides each test of the class with a {@link io.wdatamock.client.WdataMock} as a parameter of the test, of
 * {@code @BeforeEach} and {@code @AfterEach} methods and of the constructor. {@code @Nested} classes inherit it, and
 * may have their own annotation.
 *
 * <p>{@code @BeforeAll} methods and the constructor of a class with the lifecycle {@code PER_CLASS} run once for
 * several tests, and receive a mock of the class instead.
 *
 * <p>With Spring's test context there is one mock for each application context. It is a bean, is reset before each
 * test, and has its base URL in the property {@code wdata-mock.base-url}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(WdataMockExtension.class)
public @interface WdataMockTest {

    /**
     * The seed of the sandboxes in YAML or JSON: {@code classpath:} and the name of a resource, or a file relative to
     * the working directory. Empty for the built-in seed.
     */
    String seed() default "";

    /**
     * Settings of the server, such as {@code wdata-mock.validation=strict}. Classes with equal settings share a server.
     */
    String[] settings() default {};
}
