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
            description = "Starts a run. Poll getRefreshStatus to follow its statuses.")
    @ApiResponse(
            responseCode = "200",
            description = "The run has started; its current statuses",
            useReturnTypeSchema = true)
    @Emulates(VendorOperation.REFRESH_CONNECTION)
    BaseResponse<ConnectionRunDto> refreshConnection(
            @PathVariable @Parameter(description = "The ID of the connection", example = "instant") String connectionId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "The parameters of source and destination; {} for none")
                    @RequestBody
                    RefreshConnectionDto body,
            Exchange exchange) {
        requireSame(connectionId, body.connectionId());
        return BaseResponse.ok(
                exchange.perform((state, context) -> state.refreshes().refresh(connectionId, body, context)));
    }

    @GetMapping("/status")
    @Operation(
            summary = "Get the status of a refresh",
            description = "Returns the statuses of the run with the jobId, by default of the connection's newest run.")
    @ApiResponse(responseCode = "200", description = "The run and its current statuses", useReturnTypeSchema = true)
    @Emulates(VendorOperation.GET_REFRESH_STATUS)
    BaseResponse<ConnectionRunDto> getRefreshStatus(
            @PathVariable @Parameter(description = "The ID of the connection", example = "instant") String connectionId,
            @RequestParam(required = false) @Parameter(description = "The ID of the run") @Nullable String jobId,
            @RequestParam(required = false)
                    @Size(max = 40)
                    @Parameter(description = "The workspace that must contain the connection")
                    @Nullable
                    String workspaceId,
            Exchange exchange) {
        return BaseResponse.ok(exchange.perform(
                (state, context) -> state.refreshes().status(connectionId, jobId, workspaceId, context)));
    }

    private static void requireSame(String inPath, @Nullable String inBody) {
        if (inBody != null && !inBody.equals(inPath)) {
            throw ApiException.badRequest(
                    "connectionId",
                    "connectionId was %s in the body, but %s in the path; leave it out or repeat the path's"
                            .formatted(Sanitizer.quote(inBody), Sanitizer.quote(inPath)));
        }
    }
}
