/** The vendor's data transfer objects: envelopes, pages, errors, enums, and their common JSON rules. */
@NullMarked
package io.wdatamock.wire;

import org.jspecify.annotations.NullMarked;
