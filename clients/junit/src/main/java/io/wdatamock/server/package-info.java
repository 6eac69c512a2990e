/** Runs the server as a child process of the tests' JVM, one for each configuration. It ends with the JVM. */
@NullMarked
package io.wdatamock.server;

import org.jspecify.annotations.NullMarked;
