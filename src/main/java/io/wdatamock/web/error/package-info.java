/** Errors as HTTP responses: the three formats, the wording of framework errors, and common security headers. */
@NullMarked
package io.wdatamock.web.error;

import org.jspecify.annotations.NullMarked;
