/** The two OpenAPI documents, of the vendor's operations and of the control API, and Swagger UI. */
@NullMarked
package io.wdatamock.openapi;

import org.jspecify.annotations.NullMarked;
