/** A Testcontainers module. {@link WdataMockContainer} is its entry point. */
@NullMarked
package io.wdatamock.testcontainers;

import org.jspecify.annotations.NullMarked;
