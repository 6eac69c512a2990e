/** The JUnit extension: a sandbox for each test or, with Spring, for each application context. */
@NullMarked
package io.wdatamock.junit;

import org.jspecify.annotations.NullMarked;
