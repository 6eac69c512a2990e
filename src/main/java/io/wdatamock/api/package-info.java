/** The controllers of the vendor's operations and of the token endpoints. */
@NullMarked
package io.wdatamock.api;

import org.jspecify.annotations.NullMarked;
