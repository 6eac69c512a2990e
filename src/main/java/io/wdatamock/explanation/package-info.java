/** What is worth telling about how one request was answered, collected where it is decided. */
@NullMarked
package io.wdatamock.explanation;

import org.jspecify.annotations.NullMarked;
