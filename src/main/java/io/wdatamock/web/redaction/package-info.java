/** Redaction of secrets in everything that the journal stores. */
@NullMarked
package io.wdatamock.web.redaction;

import org.jspecify.annotations.NullMarked;
