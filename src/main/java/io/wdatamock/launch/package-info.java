/**
 * Starts the distribution quickly: chooses the JVM's options, and creates the archive of loaded classes that later starts
 * use. Runs in JVMs of its own, without Spring.
 */
@NullMarked
package io.wdatamock.launch;

import org.jspecify.annotations.NullMarked;
