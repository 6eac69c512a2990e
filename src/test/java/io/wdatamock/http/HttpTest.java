package io.wdatamock.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;

/**
 * A test class over real HTTP. All of them share one server, and each test gets an {@link Api} in a sandbox of its own;
 * only those that name properties get another server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(ApiResolver.class)
public @interface HttpTest {

    /** Settings of the server; by default, there is room for a sandbox per test. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default "wdata-mock.sandboxes.max=100000";
}
