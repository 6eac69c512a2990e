/** The JUnit extension: a sandbox for every test. */
@NullMarked
package io.wdatamock.junit;

import org.jspecify.annotations.NullMarked;
