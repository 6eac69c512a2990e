/** Connections and the in-memory repository that keeps and pages them. */
@NullMarked
package io.wdatamock.connection;

import org.jspecify.annotations.NullMarked;
