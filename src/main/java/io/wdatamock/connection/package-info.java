/** Connections and their in-memory repository. */
@NullMarked
package io.wdatamock.connection;

import org.jspecify.annotations.NullMarked;
