/** One sandbox per application context of Spring's tests; loaded only where there are such tests. */
@NullMarked
package io.wdatamock.spring;

import org.jspecify.annotations.NullMarked;
