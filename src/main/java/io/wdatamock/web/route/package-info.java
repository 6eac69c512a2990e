/** The parts of a request line: sandbox, base path and path, and the host and origin that a request names. */
@NullMarked
package io.wdatamock.web.route;

import org.jspecify.annotations.NullMarked;
