/** Request and response bodies: reading within limits, JSON, and the response buffer. */
@NullMarked
package io.wdatamock.web.body;

import org.jspecify.annotations.NullMarked;
