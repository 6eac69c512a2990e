/** The JUnit extension: a sandbox for every test, or for every application context where Spring runs the tests. */
@NullMarked
package io.wdatamock.junit;

import org.jspecify.annotations.NullMarked;
