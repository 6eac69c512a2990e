/** Operation of the server: health, information, metrics, port file, parent process, and the start-up log line. */
@NullMarked
package io.wdatamock.ops;

import org.jspecify.annotations.NullMarked;
