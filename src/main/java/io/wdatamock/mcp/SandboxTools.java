package io.wdatamock.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.auth.AuthMode;
import io.wdatamock.control.ClockController;
import io.wdatamock.control.ConnectionControlController;
import io.wdatamock.control.ConnectionView;
import io.wdatamock.control.FaultController;
import io.wdatamock.control.SandboxController;
import io.wdatamock.fault.ActiveFault;
import io.wdatamock.sandbox.ClockAdvance;
import io.wdatamock.sandbox.ClockChange;
import io.wdatamock.sandbox.ClockReading;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.sandbox.Settings;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.ConnectionDto;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tools that concern a sandbox as a whole. */
@Lazy
@Component
final class SandboxTools implements ToolSet {

    /** How many connections a description has at most. */
    private static final int MAX_CONNECTIONS = 100;

    private record Selection(@Nullable String connectionId) {}

    private record Description(
            String sandbox,
            String baseUrl,
            String token,
            ClockReading clock,
            Settings settings,
            List<ActiveFault> faults,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ConnectionView connection,

            List<Name> connections,
            int connectionCount) {}

    private record Name(
            String connectionId,
            @Nullable String name,
            @Nullable String description) {}

    private record Copy(@Nullable String to) {}

    private record Copied(String copied, String to) {}

    private record Nothing() {}

    private record Reset(String reset) {}

    private record ClockArguments(
            @Nullable ClockChange set,
            @Nullable ClockAdvance advance,
            @Nullable Boolean release) {}

    private final Sandboxes sandboxes;
    private final SandboxController sandboxController;
    private final ClockController clock;
    private final ConnectionControlController connections;
    private final FaultController faults;

    SandboxTools(
            Sandboxes sandboxes,
            SandboxController sandboxController,
            ClockController clock,
            ConnectionControlController connections,
            FaultController faults) {
        this.sandboxes = sandboxes;
        this.sandboxController = sandboxController;
        this.clock = clock;
        this.connections = connections;
        this.faults = faults;
    }

    @Override
    public Map<String, Function<ToolCall, ?>> methods() {
        return Map.of(
                "describe_sandbox", this::describe,
                "change_settings", this::changeSettings,
                "control_clock", this::controlClock,
                "copy_sandbox", this::copy,
                "reset_sandbox", this::reset);
    }

    private Description describe(ToolCall call) {
        Sandbox sandbox = call.sandbox();
        String connectionId = call.read(Selection.class).connectionId();
        ConnectionView connection =
                connectionId == null ? null : connections.getControlConnection(connectionId, sandbox);
        List<ConnectionView> all = connections.listControlConnections(sandbox).connections();
        Settings settings = sandboxController.getSettings(sandbox);
        return new Description(
                sandbox.name(),
                BaseUrl.of(sandbox.name()),
                token(settings),
                clock.getClock(sandbox),
                settings,
                faults.listFaults(sandbox).faults(),
                connection,
                connection == null
                        ? all.stream()
                                .limit(MAX_CONNECTIONS)
                                .map(SandboxTools::name)
                                .toList()
                        : List.of(),
                all.size());
    }

    private static Name name(ConnectionView view) {
        ConnectionDto connection = view.connection();
        return new Name(connection.connectionId(), connection.name(), connection.description());
    }

    private static String token(Settings settings) {
        return settings.auth() == AuthMode.ISSUED
                ? "POST /oauth2/token at the base URL with grant_type=client_credentials, client_id and client_secret"
                : "Any bearer token is accepted; POST /oauth2/token issues one to any client";
    }

    private ClockReading controlClock(ToolCall call) {
        ClockArguments arguments = call.read(ClockArguments.class);
        boolean release = Boolean.TRUE.equals(arguments.release());
        long changes = Stream.of(arguments.set(), arguments.advance(), release ? arguments.release() : null)
                .filter(Objects::nonNull)
                .count();
        if (changes > 1) {
            throw ApiException.badRequest(
                    null, "The arguments have several of set, advance and release; call the tool for each");
        }
        if (arguments.set() != null) {
            return clock.setClock(arguments.set(), call.sandbox());
        }
        if (arguments.advance() != null) {
            return clock.advanceClock(arguments.advance(), call.sandbox());
        }
        return release ? clock.releaseClock(call.sandbox()) : clock.getClock(call.sandbox());
    }

    private Settings changeSettings(ToolCall call) {
        return sandboxController.patchSettings(call.arguments(), call.sandbox());
    }

    private Copied copy(ToolCall call) {
        String to = ToolCall.required("to", call.read(Copy.class).to());
        Sandbox target = sandboxes.enter(to);
        try {
            target.restore(sandboxController.getSnapshot(call.sandbox()));
        } finally {
            sandboxes.leave(target);
        }
        return new Copied(call.sandbox().name(), to);
    }

    private Reset reset(ToolCall call) {
        call.read(Nothing.class);
        sandboxController.reset(call.sandbox());
        return new Reset(call.sandbox().name());
    }
}
