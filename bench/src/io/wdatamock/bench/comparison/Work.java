package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Request;
import java.util.Locale;

/** The requests that all servers answer. */
enum Work {
    /** Starts a run that is complete in the response, so that no refresh conflicts with another. */
    REFRESH(Request.post("/api/v1/connections/instant/refresh", "{\"sourceParameters\":{\"period\":\"2026-Q3\"}}")),
    STATUS(Request.get("/api/v1/connections/instant/status"));

    private final Request request;

    Work(Request request) {
        this.request = request;
    }

    Request request() {
        return request;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
