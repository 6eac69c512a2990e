/** The journal: requests and responses, the reasons for responses, and the verification of expected requests. */
@NullMarked
package io.wdatamock.journal;

import org.jspecify.annotations.NullMarked;
