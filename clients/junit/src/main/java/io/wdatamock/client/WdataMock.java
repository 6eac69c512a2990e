package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wdatamock.journal.Count;
import io.wdatamock.journal.Spacing;
import io.wdatamock.journal.Verdict;
import io.wdatamock.journal.Verification;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A mock of Wdata for one test: a sandbox with its base URL for the client under test, and the operations of the
 * control API. A change is in effect when its method returns. Every method throws a {@link WdataMockException} if the
 * server rejects the request or does not respond within 60 seconds, after the end of a wait. Thread-safe.
 */
public final class WdataMock {

    private static final String CLIENT_ID = "test";

    private final ControlApi api;

    private WdataMock(ControlApi api) {
        this.api = api;
    }

    /** The mock at the base URL of a running server, for its default sandbox, or of one of its sandboxes. */
    public static WdataMock at(String baseUrl) {
        return at(baseUrl, null, "is the server running there?");
    }

    /**
     * The mock at the base URL of a running server or of one of its sandboxes.
     *
     * @param controlToken the bearer token of the control API; null if it requires none
     * @param hint a sentence for the message of an exception when the server does not respond
     */
    public static WdataMock at(String baseUrl, @Nullable String controlToken, String hint) {
        String withoutSlash = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return new WdataMock(new ControlApi(withoutSlash, new ControlApi.Options(controlToken, hint)));
    }

    /** The base URL that the client under test uses instead of the vendor's host, without a slash at the end. */
    public String baseUrl() {
        return api.baseUrl();
    }

    /** A new bearer token of this sandbox, valid for ten minutes by the sandbox's clock. */
    public String token() {
        return token(CLIENT_ID, "secret");
    }

    /** A new bearer token for a client of the setting {@code wdata-mock.auth.clients}. */
    public String token(String clientId, String clientSecret) {
        String form = new Query()
                .with("grant_type", "client_credentials")
                .with("client_id", clientId)
                .with("client_secret", clientSecret)
                .form();
        return api.form("/oauth2/token", form, Token.class).accessToken();
    }

    /** The connection with this ID, which need not exist yet. */
    public ConnectionControl connection(String connectionId) {
        return new ConnectionControl(api, connectionId);
    }

    /** All connections, in the order of the vendor's list. */
    public List<Connection> connections() {
        return api.get("/__mock/connections", Connection.Listing.class).connections();
    }

    /** The runs that the server keeps, the newest first. This does not count as a poll. */
    public List<RunDetails> runs() {
        return api.get("/__mock/runs", RunDetails.Listing.class).runs();
    }

    /** The clock of this sandbox. */
    public MockClock clock() {
        return new MockClock(api);
    }

    /** The faults of this sandbox. */
    public Faults faults() {
        return new Faults(api);
    }

    /** The settings of this sandbox. */
    public Settings settings() {
        return api.get("/__mock/settings", Settings.class);
    }

    /** Changes the settings of this sandbox: {@code mock.settings(now -> now.rateLimit(5))}. */
    public Settings settings(UnaryOperator<Settings> change) {
        return api.put("/__mock/settings", change.apply(settings()), Settings.class);
    }

    /** The journal of this sandbox, the newest request first. */
    public Requests requests() {
        return requests(RequestFilter.ALL);
    }

    /** The requests of the journal that match the filter, the newest first. */
    public Requests requests(RequestFilter filter) {
        return api.get("/__mock/requests" + filter.query(), Requests.class);
    }

    /** Clears the journal, so that verifications count from zero. */
    public void forgetRequests() {
        api.delete("/__mock/requests");
    }

    /**
     * Throws a {@link VerificationError} unless the number of matching requests is as expected, by default at least 1.
     */
    public void verify(RequestPattern expected) {
        Verification verification = check(expected);
        if (verification.verdict() != Verdict.SATISFIED) {
            throw new VerificationError(FailureReport.of(expected, verification, requests(), api));
        }
    }

    /** Throws a {@link VerificationError} unless the number of matching requests is as expected. */
    public void verify(RequestPattern expected, Count count) {
        verify(expected.times(count));
    }

    /** Throws a {@link VerificationError} unless matching requests came, and at this distance from each other. */
    public void verify(RequestPattern expected, Spacing spacing) {
        verify(expected.spaced(spacing));
    }

    /**
     * Waits until the number of matching requests is as expected, by default at least 1. Throws a {@link
     * VerificationError} if it is not after {@code limit}, up to 5 minutes of real time, or cannot be any more.
     */
    public void await(RequestPattern expected, Duration limit) {
        verify(expected.within(limit));
    }

    /**
     * Watches for {@code time}, up to 5 minutes of real time. Throws a {@link VerificationError} at the first request
     * too many, or if the number of matching requests is not as expected at the end.
     */
    public void verifyDuring(RequestPattern expected, Duration time) {
        verify(expected.during(time));
    }

    /** Returns the result of a verification without throwing an error. */
    public Verification check(RequestPattern expected) {
        Duration wait = expected.expected().maxWait();
        return api.post("/__mock/requests/verify", expected, Verification.class, wait);
    }

    /** Resets this sandbox to the seed, including the clock and the journal. */
    public void reset() {
        api.post("/__mock/reset");
    }

    /** The state of this sandbox without its journal. */
    public Snapshot snapshot() {
        return new Snapshot(api.text("GET", "/__mock/snapshot", null));
    }

    /** Restores a snapshot of this or another sandbox; the journal is not affected. */
    public void restore(Snapshot snapshot) {
        api.text("PUT", "/__mock/snapshot", snapshot.json());
    }

    /** The sandboxes of the server. Only for a mock at the base URL of a server. */
    public List<LiveSandbox> sandboxes() {
        return api.get("/__mock/sandboxes", LiveSandbox.Listing.class).sandboxes();
    }

    /** Deletes a sandbox of the server, if it exists. Only for a mock at the base URL of a server. */
    public void deleteSandbox(String name) {
        try {
            api.delete("/__mock/sandboxes/" + Query.encode(name));
        } catch (WdataMockException e) {
            if (e.problem().filter(problem -> problem.status() == 404).isEmpty()) {
                throw e;
            }
        }
    }

    /** A readable description of this sandbox and its newest requests. */
    public String describe() {
        return FailureReport.of(requests(), api);
    }

    @Override
    public String toString() {
        return "WdataMock at " + api.baseUrl();
    }

    /** The response of the token endpoint. */
    private record Token(@JsonProperty("access_token") String accessToken) {}
}
