/** The server as a child of another program: how it tells where it listens, and how it ends with its parent. */
@NullMarked
package io.wdatamock.process;

import org.jspecify.annotations.NullMarked;
