package io.wdatamock.openapi;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.VendorError;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Returns 404 for unknown OpenAPI documents, before the general advice reports an internal error. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnknownDocumentAdvice {

    @ExceptionHandler
    ResponseEntity<VendorError> handle(OpenApiResourceNotFoundException exception) {
        ApiException error = ApiException.of(
                HttpStatus.NOT_FOUND, "There is no such OpenAPI document; the operations are in /v3/api-docs/wdata");
        return ResponseEntity.status(error.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(error.toVendorError());
    }
}
