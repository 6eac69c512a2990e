package io.wdatamock.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.Limits;
import io.wdatamock.wire.VendorOperation;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that changes the response to some requests.
 *
 * @param operation the operation that it matches; null: all vendor operations
 * @param connectionId the connection that it matches, also as an entry of a batch; null: any
 * @param skip how many matching requests it ignores first
 * @param times how often it applies; null: without limit
 * @param probability the probability that it applies to a matching request, from 0 to 1
 * @param pending whether the connection may be created later; null: no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Nullable VendorOperation operation,
        @Nullable String connectionId,
        int skip,
        @Nullable Integer times,
        double probability,
        When when,
        Effect effect,
        @Nullable Boolean pending) {

    /** The memory of a fault without its texts, in bytes. */
    private static final long OVERHEAD = 500;

    public Fault {
        Limits.requireField("connectionId", connectionId, Limits.ID);
        when = effect.when(when);
        if (skip < 0) {
            throw new InvalidFieldException("skip", "was " + skip + ", but must not be negative");
        }
        if (times != null && times < 1) {
            throw new InvalidFieldException("times", "was " + times + ", but must be at least 1");
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new InvalidFieldException("probability", "was " + probability + ", but must be from 0 to 1");
        }
    }

    /** Creates a fault from JSON; by default it skips no request, always applies, and applies before the operation. */
    @JsonCreator
    static Fault of(
            @Nullable VendorOperation operation,
            @Nullable String connectionId,
            @Nullable Integer skip,
            @Nullable Integer times,
            @Nullable Double probability,
            @Nullable When when,
            @Nullable Effect effect,
            @Nullable Boolean pending) {
        if (effect == null) {
            throw new InvalidFieldException("effect", "is missing; a fault needs one");
        }
        return new Fault(
                operation,
                connectionId,
                Objects.requireNonNullElse(skip, 0),
                times,
                Objects.requireNonNullElse(probability, 1.0),
                Objects.requireNonNullElse(when, When.BEFORE),
                effect,
                pending);
    }

    /** Returns the estimated memory in bytes. */
    long size() {
        return OVERHEAD + Sizes.of(connectionId) + effect.size();
    }

    boolean matches(VendorOperation called, Collection<String> connectionIds) {
        boolean operationMatches = operation == null ? called != VendorOperation.ISSUE_TOKEN : operation == called;
        return operationMatches && (connectionId == null || connectionIds.contains(connectionId));
    }
}
