package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.fault.ActiveFault;
import io.wdatamock.fault.Fault;
import io.wdatamock.fault.FaultProfile;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Faults: rules that change the response to some requests. */
@Tag(name = "Faults")
@RestController
@RequestMapping("/__mock")
public class FaultController {

    /** The active faults, the oldest first. */
    @Schema(name = "Faults")
    public record Listing(List<ActiveFault> faults) {}

    @GetMapping("/faults")
    @Operation(summary = "List the faults")
    public Listing listFaults(Sandbox sandbox) {
        return new Listing(sandbox.atomically(state -> state.faults().all()));
    }

    /** The named sets of faults. */
    @Schema(name = "FaultProfiles")
    public record Profiles(List<FaultProfile> profiles) {}

    @GetMapping("/fault-profiles")
    @Operation(summary = "List the named sets of faults")
    Profiles listFaultProfiles() {
        return new Profiles(FaultProfile.all());
    }

    @PostMapping(path = "/faults", params = "!profile")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a fault, or a named set of faults",
            description =
                    "A connection that neither exists nor was ever requested is rejected with 400, unless pending is true."
                            + " With a profile, the request has no body, and the response lists the faults that were added.",
            parameters =
                    @Parameter(
                            name = "profile",
                            in = ParameterIn.QUERY,
                            description = "The name of a set of faults, instead of a body",
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "201",
            description = "The fault, or the faults of the profile",
            content = @Content(schema = @Schema(oneOf = {ActiveFault.class, Listing.class})))
    public ActiveFault addFault(
            @io.swagger.v3.oas.annotations.parameters.RequestBody @RequestBody Fault fault, Sandbox sandbox) {
        KnownConnections.check(fault.connectionId(), fault.pending(), sandbox);
        return sandbox.atomically(state -> state.faults().add(fault));
    }

    @PostMapping(path = "/faults", params = "profile")
    @ResponseStatus(HttpStatus.CREATED)
    @Hidden // OpenAPI has one operation for both
    public Listing addFaultProfile(
            @RequestParam String profile, @RequestBody(required = false) @Nullable ObjectNode body, Sandbox sandbox) {
        if (body != null && !body.isEmpty()) {
            throw ApiException.badRequest(
                    "profile",
                    "profile was %s, but there is a body too; send one of them".formatted(Sanitizer.quote(profile)));
        }
        List<Fault> faults = FaultProfile.named(profile).faults();
        return new Listing(sandbox.atomically(state -> state.faults().addAll(faults)));
    }

    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete all faults", description = "Held requests continue.")
    public void deleteFaults(Sandbox sandbox) {
        sandbox.atomically(state -> {
            state.faults().clear();
            return state;
        });
    }

    @DeleteMapping("/faults/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a fault", description = "Held requests continue.")
    public void deleteFault(@PathVariable String id, Sandbox sandbox) {
        if (!sandbox.atomically(state -> state.faults().delete(id))) {
            throw ApiException.notFound(
                    "id",
                    "There is no fault %s; GET /__mock/faults lists the existing ones".formatted(Sanitizer.quote(id)));
        }
    }
}
