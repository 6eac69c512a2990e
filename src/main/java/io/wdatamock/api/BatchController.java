package io.wdatamock.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.web.Emulates;
import io.wdatamock.web.Exchange;
import io.wdatamock.wire.BaseResponse;
import io.wdatamock.wire.RefreshBatchDto;
import io.wdatamock.wire.RefreshConnectionDto;
import io.wdatamock.wire.VendorOperation;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refreshes several connections at once. */
@Tag(name = VendorOperation.TAG)
@RestController
@RequestMapping("/api/v1/connections/batch/refresh")
class BatchController {

    /** The ID of the first batch in every sandbox, which is always the same. */
    private static final String FIRST_BATCH = "fa00d92d-01f3-4ce7-86c1-c02f5aaf8026";

    @PostMapping
    @Operation(
            summary = "Refresh several connections",
            description = "Starts a run for each of up to 100 connections that write to one workbook: all of them or, "
                    + "if one may not start, none.")
    @ApiResponse(
            responseCode = "200",
            description = "All runs have started; their current statuses",
            useReturnTypeSchema = true)
    @Emulates(VendorOperation.REFRESH_BATCH)
    BaseResponse<RefreshBatchDto> refreshBatch(
            @RequestParam(required = false)
                    @Parameter(
                            description =
                                    "Cancel the entries whose destination is not writable, instead of rejecting the batch")
                    @Nullable
                    Boolean cancelUnwritables,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "The connections to refresh, each once, all with the same workbook")
                    @RequestBody
                    List<@Nullable RefreshConnectionDto> body,
            Exchange exchange) {
        boolean cancel = Boolean.TRUE.equals(cancelUnwritables);
        return BaseResponse.ok(
                exchange.perform((state, context) -> state.refreshes().refreshBatch(body, cancel, context)));
    }

    @GetMapping("/{batchId}")
    @Operation(
            summary = "Get the status of a batch",
            description = "Returns the statuses of the runs of a batch, individually and combined.")
    @ApiResponse(
            responseCode = "200",
            description = "The batch and the current statuses of its runs",
            useReturnTypeSchema = true)
    @Emulates(VendorOperation.GET_REFRESH_BATCH_STATUS)
    BaseResponse<RefreshBatchDto> getRefreshBatchStatus(
            @PathVariable @Parameter(description = "The ID of the batch", example = FIRST_BATCH) String batchId,
            @RequestParam(required = false)
                    @Size(max = 40)
                    @Parameter(description = "The workspace that must contain the batch")
                    @Nullable
                    String workspaceId,
            Exchange exchange) {
        return BaseResponse.ok(
                exchange.perform((state, context) -> state.refreshes().batchStatus(batchId, workspaceId, context)));
    }
}
