package io.wdatamock.bench.comparison;

import io.wdatamock.bench.Request;
import java.util.Locale;

/** What all servers are asked for. */
enum Work {
    /** Starts a run, which is over in the answer: no refresh has to wait for another. */
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
