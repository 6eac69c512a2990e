package io.wdatamock.http;

import io.wdatamock.connection.ConnectionDocument;
import io.wdatamock.fault.Fault;
import io.wdatamock.sandbox.ClockControl;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.SandboxState;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.time.ClockMode;
import io.wdatamock.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An HTTP client of one sandbox. Where the test runs in the server's process, the sandbox's clock is frozen at
 * {@link #START}, and test data can be set up without requests.
 */
public final class ApiClient {

    /** The initial time of each test's sandbox. */
    public static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

    private static final String CONNECTIONS = "/api/v1/connections";
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    private final URI host;
    private final String sandbox;
    private final String prefix;
    private final @Nullable Sandboxes sandboxes;

    private ApiClient(URI host, String sandbox, String prefix, @Nullable Sandboxes sandboxes) {
        this.host = host;
        this.sandbox = sandbox;
        this.prefix = prefix;
        this.sandboxes = sandboxes;
    }

    /** A client of the default sandbox of a server in another process. */
    public static ApiClient of(String url) {
        return new ApiClient(URI.create(url), Sandboxes.DEFAULT, "", null);
    }

    static ApiClient of(URI host, Sandboxes sandboxes, String sandbox) {
        ApiClient client = new ApiClient(host, sandbox, "/sandbox/" + sandbox, sandboxes);
        client.freezeClock(START);
        return client;
    }

    /** A client of another sandbox of the same server, whose clock it freezes. */
    public ApiClient in(String other) {
        return of(host, Objects.requireNonNull(sandboxes), other);
    }

    /** A client of the server's root, which is the default sandbox; leaves its clock as it is. */
    public ApiClient root() {
        return new ApiClient(host, Sandboxes.DEFAULT, "", sandboxes);
    }

    /** The client of this sandbox's control API. */
    public ControlClient control() {
        return new ControlClient(this);
    }

    public URI host() {
        return host;
    }

    /** The sandbox's name. */
    public String sandbox() {
        return sandbox;
    }

    /** A request to a path below the sandbox. */
    public ApiRequest request(String method, String path) {
        return new ApiRequest(method, URI.create(host + prefix + path));
    }

    public ApiRequest get(String path) {
        return request("GET", path);
    }

    public ApiRequest post(String path) {
        return request("POST", path);
    }

    public ApiRequest delete(String path) {
        return request("DELETE", path);
    }

    /** Sends a list request with a query that is empty or begins with '?'. */
    public ApiResponse list(String query) {
        return get(CONNECTIONS + query).send();
    }

    public ApiResponse connection(String connectionId) {
        return get(CONNECTIONS + "/" + connectionId).send();
    }

    /** Sends a refresh without a body. */
    public ApiResponse refresh(String connectionId) {
        return refreshOf(connectionId).send();
    }

    public ApiResponse refresh(String connectionId, String json) {
        return refreshOf(connectionId).json(json).send();
    }

    /** A refresh request, not yet sent. */
    public ApiRequest refreshOf(String connectionId) {
        return post(CONNECTIONS + "/" + connectionId + "/refresh");
    }

    public ApiResponse status(String connectionId) {
        return get(CONNECTIONS + "/" + connectionId + "/status").send();
    }

    public ApiResponse status(String connectionId, String jobId) {
        return get(CONNECTIONS + "/" + connectionId + "/status?jobId=" + jobId).send();
    }

    public ApiResponse batch(String json) {
        return batchOf(json, "").send();
    }

    /** A batch refresh request, not yet sent, with a query that is empty or begins with '?'. */
    public ApiRequest batchOf(String json, String query) {
        return post(CONNECTIONS + "/batch/refresh" + query).json(json);
    }

    public ApiResponse batchStatus(String batchId) {
        return get(CONNECTIONS + "/batch/refresh/" + batchId).send();
    }

    /** Requests a token with these form fields. */
    public ApiResponse token(String form) {
        return post("/oauth2/token").form(form).without("Authorization").send();
    }

    /** Sends a text as it is, but for its line ends, on a connection of its own; returns the whole response. */
    public String sendRaw(String request) {
        try (Socket socket = openRaw(request)) {
            socket.setSoTimeout(60_000);
            return readResponse(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text as it is, but for its line ends, and leaves the connection open. */
    public Socket openRaw(String request) {
        try {
            Socket socket = new Socket(host.getHost(), host.getPort());
            String text = request.replaceAll("\r?\n", "\r\n");
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads up to the content length, because a connection that is kept alive does not end. */
    private static String readResponse(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = input.read(); next >= 0; next = input.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        Matcher length = CONTENT_LENGTH.matcher(head);
        byte[] body = length.find() ? input.readNBytes(Integer.parseInt(length.group(1))) : input.readAllBytes();
        return head + new String(body, StandardCharsets.UTF_8);
    }

    /** Opens the sandbox's event stream and reads the clock event that comes first. */
    public EventStream events() {
        return EventStream.openAfterClock(get("/__mock/events"));
    }

    /** Adds or replaces a connection. */
    public void saveConnection(String json) {
        ConnectionDocument document = WireJson.MAPPER.readValue(ApiRequest.toJson(json), ConnectionDocument.class);
        atomically(state -> {
            state.connections().save(document.toConnection(state.now()));
            return document;
        });
    }

    /** Adds a fault and returns its ID. */
    public String addFault(String json) {
        Fault fault = WireJson.MAPPER.readValue(ApiRequest.toJson(json), Fault.class);
        return atomically(state -> state.faults().add(fault).id());
    }

    /** Changes the given settings of the sandbox. */
    public void changeSettings(String json) {
        ObjectNode changes = WireJson.MAPPER.readValue(ApiRequest.toJson(json), ObjectNode.class);
        atomically(state -> {
            state.setSettings(state.settings().with(changes));
            return state;
        });
    }

    public void freezeClock(Instant now) {
        atomically(state -> {
            new ClockControl(state).set(ClockMode.FROZEN, now, null);
            return now;
        });
    }

    public void advanceClock(Duration time) {
        atomically(state -> {
            new ClockControl(state).advance(time);
            return time;
        });
    }

    /** Applies a function to the sandbox's state under its lock. */
    public <T> T atomically(Function<SandboxState, T> action) {
        Sandboxes local = Objects.requireNonNull(sandboxes);
        Sandbox entered = local.enter(sandbox);
        try {
            return entered.atomically(action);
        } finally {
            local.leave(entered);
        }
    }
}
