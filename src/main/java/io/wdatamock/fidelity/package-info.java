/** The ledger that says of each behaviour how it is known, and which test shows it. */
@NullMarked
package io.wdatamock.fidelity;

import org.jspecify.annotations.NullMarked;
