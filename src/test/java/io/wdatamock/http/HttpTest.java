package io.wdatamock.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;

/**
 * A test class over real HTTP. Test methods can have an {@link ApiClient} and a {@link ControlClient} of a new sandbox as
 * parameters. All classes share one server, except those with properties of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(ClientResolver.class)
public @interface HttpTest {

    /** Properties of the server; the default allows a sandbox per test. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default "wdata-mock.sandboxes.max=100000";
}
