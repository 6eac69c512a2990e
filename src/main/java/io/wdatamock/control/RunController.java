package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.refresh.RunView;
import io.wdatamock.sandbox.Sandbox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stored runs with their timelines. Reading them here does not count as a poll. */
@Tag(name = "Runs")
@RestController
@RequestMapping("/__mock/runs")
public class RunController {

    /** Runs, the newest first. */
    @Schema(name = "Runs")
    public record Listing(List<RunView> runs) {}

    @GetMapping
    @Operation(summary = "List the runs of a connection, or of all")
    public Listing listRuns(@RequestParam(required = false) @Nullable String connectionId, Sandbox sandbox) {
        return new Listing(sandbox.atomically(state -> {
            if (connectionId != null) {
                state.connections().get(connectionId, "connectionId");
            }
            return state.refreshes().control().list(connectionId, state.now());
        }));
    }
}
