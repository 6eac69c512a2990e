/** The server as a child process of the test's JVM: one per configuration, which dies with the JVM. */
@NullMarked
package io.wdatamock.server;

import org.jspecify.annotations.NullMarked;
