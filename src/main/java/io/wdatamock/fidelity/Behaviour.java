package io.wdatamock.fidelity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.VendorOperation;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client of the vendor's API can see, and how it is known.
 *
 * @param operation the operation that behaves so; absent: the vendor's six
 * @param behaviour what it does, in a sentence
 * @param since the date of the vendor's contract from which on it holds
 * @param source the page of the vendor's documents, the client code, or the reason of our choice
 * @param test the test of this project that shows it, as {@code Class.method}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Behaviour(
        @Nullable VendorOperation operation, String behaviour, Basis basis, String since, String source, String test) {}
