/** The vendor's operations over HTTP: thin controllers, and the OpenAPI document that describes them. */
@NullMarked
package io.wdatamock.api;

import org.jspecify.annotations.NullMarked;
