package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.memory.Segments;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Settings;
import io.wdatamock.sandbox.Snapshot;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.JsonErrors;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox as a whole: reset, settings and snapshots. */
@Tag(name = "Sandbox")
@RestController
@RequestMapping("/__mock")
public class SandboxController {

    @PostMapping("/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Reset the sandbox to its seed")
    public void reset(Sandbox sandbox) {
        sandbox.reset();
    }

    @GetMapping("/settings")
    @Operation(summary = "Read the settings")
    public Settings getSettings(Sandbox sandbox) {
        return sandbox.atomically(state -> state.settings());
    }

    @PutMapping("/settings")
    @Operation(summary = "Replace the settings", description = "Missing settings take the value of new sandboxes.")
    Settings setSettings(@RequestBody @Schema(implementation = Settings.class) ObjectNode changes, Sandbox sandbox) {
        Settings settings = merged(sandbox.configuredSettings(), changes);
        return sandbox.atomically(state -> {
            state.setSettings(settings);
            return settings;
        });
    }

    @PatchMapping("/settings")
    @Operation(
            summary = "Change some settings",
            description = "Missing settings stay as they are; a rateLimit of null removes the limit.")
    public Settings patchSettings(
            @RequestBody @Schema(implementation = Settings.class) ObjectNode changes, Sandbox sandbox) {
        return sandbox.atomically(state -> {
            state.setSettings(merged(state.settings(), changes));
            return state.settings();
        });
    }

    @GetMapping("/snapshot")
    @Operation(summary = "Take a snapshot of everything except the journal")
    public Snapshot getSnapshot(Sandbox sandbox) {
        return sandbox.snapshot();
    }

    @PutMapping("/snapshot")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Restore a snapshot",
            description = "Up to 256 MiB, from any sandbox or server of its version.")
    void restoreSnapshot(@RequestBody @Schema(type = "object") Segments document, Sandbox sandbox) {
        sandbox.restore(Snapshot.read(document));
    }

    private static Settings merged(Settings current, ObjectNode changes) {
        try {
            return current.with(changes);
        } catch (JacksonException e) {
            throw ApiException.badRequest(List.of(JsonErrors.detail(e, changes)));
        }
    }
}
