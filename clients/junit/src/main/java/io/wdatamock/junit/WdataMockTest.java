package io.wdatamock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test of the class a {@link io.wdatamock.client.WdataMock} of its own, as a parameter of the test, of
 * {@code @BeforeEach} and {@code @AfterEach} methods and of the constructor. {@code @Nested} classes have it too, and
 * may be annotated with something else.
 *
 * <p>{@code @BeforeAll} methods and the constructor of a class with the lifecycle {@code PER_CLASS} run once for
 * several tests, and get a mock of the class instead.
 *
 * <p>With Spring's test context there is one mock per application context, a bean as well, and reset before each test;
 * its base URL is the property {@code wdata-mock.base-url}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(WdataMockExtension.class)
public @interface WdataMockTest {

    /**
     * The seed that sandboxes begin with, in YAML or JSON: {@code classpath:} and the name of a resource, or a file,
     * seen from the working directory. Empty: the built-in one.
     */
    String seed() default "";

    /** Settings of the server, such as {@code wdata-mock.validation=strict}. Classes with equal ones share a server. */
    String[] settings() default {};
}
