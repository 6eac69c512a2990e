package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A mock of Wdata for one test: a sandbox of its own, its base URL for the client under test, and all that steers it.
 * A change is in force when its method returns; what the server refuses is a {@link WdataMockException}. Safe for use by
 * several threads.
 */
public final class WdataMock {

    private static final String CLIENT_ID = "test";

    private final ControlApi api;

    private WdataMock(ControlApi api) {
        this.api = api;
    }

    /** The mock at the base URL of a sandbox, or of a server for its default sandbox, that is running already. */
    public static WdataMock at(String baseUrl) {
        return at(baseUrl, null, "is the server running there?");
    }

    /**
     * The mock at a base URL that is running already.
     *
     * @param controlToken the bearer token that the control API wants; null: none
     * @param hint where to look when the server does not answer
     */
    public static WdataMock at(String baseUrl, @Nullable String controlToken, String hint) {
        String withoutSlash = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return new WdataMock(new ControlApi(withoutSlash, new ControlApi.Admission(controlToken, hint)));
    }

    /** What the client under test takes for the vendor's host, without a slash at its end. */
    public String baseUrl() {
        return api.baseUrl();
    }

    /** A bearer token that this sandbox has issued and that is good for ten minutes by its clock. */
    public String token() {
        return token(CLIENT_ID, "secret");
    }

    /** The same for a client of the setting {@code wdata-mock.auth.clients}. */
    public String token(String clientId, String clientSecret) {
        String form = new Query()
                .with("grant_type", "client_credentials")
                .with("client_id", clientId)
                .with("client_secret", clientSecret)
                .form();
        return api.form("/oauth2/token", form, Token.class).accessToken();
    }

    /** The connection with this ID, there or yet to be made. */
    public ConnectionControl connection(String connectionId) {
        return new ConnectionControl(api, connectionId);
    }

    /** All connections, in the order of a list. */
    public List<Connection> connections() {
        return api.get("/__mock/connections", Connection.Listing.class).connections();
    }

    /** The runs that are kept, the newest first; to look at them counts as no poll. */
    public List<TracedRun> runs() {
        return api.get("/__mock/runs", TracedRun.Listing.class).runs();
    }

    /** The clock of this sandbox. */
    public MockClock clock() {
        return new MockClock(api);
    }

    /** The faults of this sandbox. */
    public Faults faults() {
        return new Faults(api);
    }

    /** How this sandbox behaves. */
    public Settings settings() {
        return api.get("/__mock/settings", Settings.class);
    }

    /** Changes how this sandbox behaves: {@code mock.settings(now -> now.rateLimit(5))}. */
    public Settings settings(UnaryOperator<Settings> change) {
        return api.put("/__mock/settings", change.apply(settings()), Settings.class);
    }

    /** What clients have sent so far, the newest first. */
    public Requests requests() {
        return requests(RequestFilter.ALL);
    }

    /** What clients have sent so far and the filter lets through, the newest first. */
    public Requests requests(RequestFilter filter) {
        return api.get("/__mock/requests" + filter.query(), Requests.class);
    }

    /** Forgets all requests; the next verification begins at zero. */
    public void forgetRequests() {
        api.delete("/__mock/requests");
    }

    /** Fails with an {@link VerificationError} that says why, unless this was requested at least once. */
    public void verify(RequestPattern expected) {
        Verification verification = check(expected);
        if (verification.verdict() != Verdict.SATISFIED) {
            throw new VerificationError(FailureReport.of(expected, verification, requests(), api));
        }
    }

    /** Fails with an {@link VerificationError} that says why, unless this was requested so often. */
    public void verify(RequestPattern expected, Count count) {
        verify(expected.times(count));
    }

    /** Whether this was requested, without failing if not. */
    public Verification check(RequestPattern expected) {
        return api.post("/__mock/requests/verify", expected, Verification.class);
    }

    /** Brings everything back to the seed, the clock and the journal too. */
    public void reset() {
        api.post("/__mock/reset");
    }

    /** All of this sandbox but its journal. */
    public Snapshot snapshot() {
        return new Snapshot(api.text("GET", "/__mock/snapshot", null));
    }

    /** Brings everything but the journal to what it was when the snapshot was taken, here or elsewhere. */
    public void restore(Snapshot snapshot) {
        api.text("PUT", "/__mock/snapshot", snapshot.json());
    }

    /** The live sandboxes of the whole server; to be asked of the mock at its root. */
    public List<LiveSandbox> sandboxes() {
        return api.get("/__mock/sandboxes", LiveSandbox.Listing.class).sandboxes();
    }

    /** Drops a sandbox of the server, if it lives, and whatever waits in it; to be asked of the mock at its root. */
    public void dropSandbox(String name) {
        try {
            api.delete("/__mock/sandboxes/" + Query.encode(name));
        } catch (WdataMockException e) {
            if (e.problem().filter(problem -> problem.status() == 404).isEmpty()) {
                throw e;
            }
        }
    }

    /** This sandbox and what it was asked last, for people to read. */
    public String describe() {
        return FailureReport.of(requests(), api);
    }

    @Override
    public String toString() {
        return "WdataMock at " + api.baseUrl();
    }

    /** What the token endpoint answers, as far as it matters here. */
    private record Token(@JsonProperty("access_token") String accessToken) {}
}
