package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.fault.ActiveFault;
import io.wdatamock.fault.Fault;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Faults: rules that change the response to some requests. */
@Tag(name = "Faults")
@RestController
@RequestMapping("/__mock/faults")
public class FaultController {

    /** The active faults, the oldest first. */
    @Schema(name = "Faults")
    public record Listing(List<ActiveFault> faults) {}

    @GetMapping
    @Operation(summary = "List the faults")
    Listing listFaults(Sandbox sandbox) {
        return new Listing(sandbox.atomically(state -> state.faults().all()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a fault",
            description =
                    "A connection that neither exists nor was ever requested is rejected with 400, unless pending is true.")
    ActiveFault addFault(@RequestBody Fault fault, Sandbox sandbox) {
        KnownConnections.check(fault.connectionId(), fault.pending(), sandbox);
        return sandbox.atomically(state -> state.faults().add(fault));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete all faults", description = "Held requests continue.")
    void deleteFaults(Sandbox sandbox) {
        sandbox.atomically(state -> {
            state.faults().clear();
            return state;
        });
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a fault", description = "Held requests continue.")
    void deleteFault(@PathVariable String id, Sandbox sandbox) {
        if (!sandbox.atomically(state -> state.faults().delete(id))) {
            throw ApiException.notFound(
                    "id",
                    "There is no fault %s; GET /__mock/faults lists the existing ones".formatted(Sanitizer.quote(id)));
        }
    }
}
