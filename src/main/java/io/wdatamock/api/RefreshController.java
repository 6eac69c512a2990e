package io.wdatamock.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.web.Emulates;
import io.wdatamock.web.Exchange;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.BaseResponse;
import io.wdatamock.wire.ConnectionRunDto;
import io.wdatamock.wire.RefreshConnectionDto;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.VendorOperation;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refreshes single connections. */
@Tag(name = VendorOperation.TAG)
@RestController
@RequestMapping("/api/v1/connections/{connectionId}")
class RefreshController {

    @PostMapping("/refresh")
    @Operation(
            summary = "Refresh a connection",
            description = "Starts a run, which then moves on by itself: poll getRefreshStatus to follow it.")
    @ApiResponse(
            responseCode = "200",
            description = "The run has started; here is how it stands",
            useReturnTypeSchema = true)
    @Emulates(VendorOperation.REFRESH_CONNECTION)
    BaseResponse<ConnectionRunDto> refreshConnection(
            @PathVariable @Parameter(description = "The connection to refresh", example = "instant")
                    String connectionId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "What to hand to source and destination; {} if there is nothing to hand over")
                    @RequestBody
                    RefreshConnectionDto body,
            Exchange exchange) {
        requireSame(connectionId, body.connectionId());
        return BaseResponse.ok(
                exchange.perform((world, context) -> world.refreshes().refresh(connectionId, body, context)));
    }

    @GetMapping("/status")
    @Operation(
            summary = "Get the status of a refresh",
            description = "Tells how far a run has come: the one with the jobId, or else the connection's newest.")
    @ApiResponse(responseCode = "200", description = "The run as it stands now", useReturnTypeSchema = true)
    @Emulates(VendorOperation.GET_REFRESH_STATUS)
    BaseResponse<ConnectionRunDto> getRefreshStatus(
            @PathVariable @Parameter(description = "The connection that runs", example = "instant") String connectionId,
            @RequestParam(required = false) @Parameter(description = "The run to look at") @Nullable String jobId,
            @RequestParam(required = false)
                    @Size(max = 40)
                    @Parameter(description = "The workspace in which the connection is looked for")
                    @Nullable
                    String workspaceId,
            Exchange exchange) {
        return BaseResponse.ok(exchange.perform(
                (world, context) -> world.refreshes().status(connectionId, jobId, workspaceId, context)));
    }

    private static void requireSame(String inPath, @Nullable String inBody) {
        if (inBody != null && !inBody.equals(inPath)) {
            throw ApiException.badRequest(
                    "connectionId",
                    "connectionId was %s in the body, but %s in the path; leave it out or repeat the path's"
                            .formatted(Sanitizer.of(inBody), Sanitizer.of(inPath)));
        }
    }
}
