package io.wdatamock.fidelity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.VendorOperation;
import org.jspecify.annotations.Nullable;

/**
 * An observable behaviour of the vendor's API, and how it is known.
 *
 * @param operation the operation; null: all vendor operations
 * @param behaviour the behaviour, in a sentence
 * @param since the date of the vendor's contract from which it applies
 * @param source the page of the vendor's documentation, the client code, or the reason of the choice
 * @param test the test of this project that verifies it, as {@code Class.method}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Behaviour(
        @Nullable VendorOperation operation, String behaviour, Basis basis, String since, String source, String test) {}
