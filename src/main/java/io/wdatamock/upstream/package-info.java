/** The real service, to which the server can forward the vendor's operations. */
@NullMarked
package io.wdatamock.upstream;

import org.jspecify.annotations.NullMarked;
