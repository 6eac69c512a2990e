package io.wdatamock.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test class in a browser: each of its tests gets a {@link Tab}. Without a browser it is skipped, but in CI fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TabResolver.class)
@interface BrowserTest {}
