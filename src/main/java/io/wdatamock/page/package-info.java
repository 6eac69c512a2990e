/** The live page: a person sees a sandbox's connections refresh, and steers it. Its files are below {@code /page}. */
@NullMarked
package io.wdatamock.page;

import org.jspecify.annotations.NullMarked;
