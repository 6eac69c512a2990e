/** Seeds that repeat what clients saw of a real service. */
@NullMarked
package io.wdatamock.learning;

import org.jspecify.annotations.NullMarked;
