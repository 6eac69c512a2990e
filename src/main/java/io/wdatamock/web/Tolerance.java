package io.wdatamock.web;

import io.wdatamock.config.Validation;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseErrorResponseDetail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one request gets away with under lenient validation, and is refused for under strict validation. */
final class Tolerance {

    /** How many violations one answer names. */
    private static final int MOST_VIOLATIONS = 10;

    private final Exchange exchange;
    private final List<BaseErrorResponseDetail> violations = new ArrayList<>();

    Tolerance(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Lets something pass, and notes what became of it; strict validation keeps it in mind with a remedy. */
    void allow(@Nullable String target, String finding, String consequence, String remedy) {
        if (exchange.settings().validation() == Validation.STRICT) {
            if (violations.size() < MOST_VIOLATIONS) {
                violations.add(ApiException.detail(400, finding + "; " + remedy, target));
            }
        } else {
            exchange.explanation().note(finding + " and " + consequence);
        }
    }

    /** Refuses with 400 whatever strict validation has kept in mind. */
    void refuseIfStrict() {
        if (!violations.isEmpty()) {
            throw ApiException.badRequest(violations);
        }
    }
}
