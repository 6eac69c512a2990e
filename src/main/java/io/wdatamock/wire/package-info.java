/** The vendor's shapes: envelopes, pages, errors, data transfer objects, and the JSON rules they share. */
@NullMarked
package io.wdatamock.wire;

import org.jspecify.annotations.NullMarked;
