package io.wdatamock.fidelity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.VendorOperation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An observable behaviour of the vendor's API, and how it is known.
 *
 * @param operation the operation; null: all vendor operations
 * @param behaviour the behaviour, in a sentence
 * @param since the date of the vendor's contract from which it applies
 * @param source the page of the vendor's documentation, the client code, or the reason of the choice
 * @param test the test of this project that verifies it, as {@code Class.method}
 * @param check the name of the check that compares it with a real service; null if traffic cannot decide
 * @param comparison how a real service compares; null if no response concerned the behaviour
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Behaviour(
        @Nullable VendorOperation operation,
        String behaviour,
        Basis basis,
        String since,
        String source,
        String test,
        @Nullable String check,
        @Nullable ComparisonResult comparison) {

    /** Returns this behaviour with its verdict, by the name of its check. */
    public Behaviour compared(Map<String, ComparisonResult> verdicts) {
        ComparisonResult verdict = check == null ? null : verdicts.get(check);
        return new Behaviour(operation, behaviour, basis, since, source, test, check, verdict);
    }
}
