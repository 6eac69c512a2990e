/** The live page, which shows and controls the connections of a sandbox. Its files are below {@code /page}. */
@NullMarked
package io.wdatamock.page;

import org.jspecify.annotations.NullMarked;
