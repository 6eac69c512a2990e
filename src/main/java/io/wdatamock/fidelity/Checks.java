package io.wdatamock.fidelity;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All checks, by the names that the ledger uses. */
final class Checks {

    static final Map<String, Check> BY_NAME = byName();

    private Checks() {}

    private static Map<String, Check> byName() {
        Map<String, Check> checks = new TreeMap<>();
        Stream.of(
                        ResponseChecks.all(),
                        ErrorChecks.all(),
                        ConnectionChecks.all(),
                        RefreshChecks.all(),
                        RunChecks.all(),
                        BatchChecks.all(),
                        TokenChecks.all())
                .forEach(checks::putAll);
        return Collections.unmodifiableMap(checks);
    }
}
