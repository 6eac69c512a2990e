package io.wdatamock.web;

import io.wdatamock.wire.VendorOperation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares which of the vendor's operations a handler method emulates. Rate limits, faults and the journal refer to that
 * operation. {@link VendorRequestInterceptor} rejects requests below the vendor's paths whose handler lacks it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Emulates {
    VendorOperation value();
}
