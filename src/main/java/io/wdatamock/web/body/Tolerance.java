package io.wdatamock.web.body;

import io.wdatamock.config.Validation;
import io.wdatamock.journal.Explanation;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deviations of one request from the contract: noted under lenient validation, rejected with 400 under strict. */
public final class Tolerance {

    /** The maximum number of reported violations. */
    private static final int MAX_VIOLATIONS = 10;

    private final Validation validation;
    private final Explanation explanation;
    private final List<BaseErrorResponseDetail> violations = new ArrayList<>();

    public Tolerance(Validation validation, Explanation explanation) {
        this.validation = validation;
        this.explanation = explanation;
    }

    /** Accepts a deviation and notes its consequence; under strict validation records a violation with its remedy. */
    void allow(@Nullable String target, String finding, String consequence, String remedy) {
        if (validation == Validation.STRICT) {
            if (violations.size() < MAX_VIOLATIONS) {
                violations.add(ApiException.detail(400, finding + "; " + remedy, target));
            }
        } else {
            explanation.note(finding + " and " + consequence);
        }
    }

    /** Throws 400 if strict validation has recorded violations. */
    void refuseIfStrict() {
        if (!violations.isEmpty()) {
            throw ApiException.badRequest(violations);
        }
    }
}
