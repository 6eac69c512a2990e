/** The ledger: for each behaviour, how it is known and which test verifies it. */
@NullMarked
package io.wdatamock.fidelity;

import org.jspecify.annotations.NullMarked;
