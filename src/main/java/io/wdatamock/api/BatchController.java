package io.wdatamock.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.wdatamock.web.Exchange;
import io.wdatamock.wire.BaseResponse;
import io.wdatamock.wire.RefreshBatchDto;
import io.wdatamock.wire.RefreshConnectionDto;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refreshes several connections at once. */
@RestController
@RequestMapping("/api/v1/connections/batch/refresh")
class BatchController {

    @PostMapping
    @Operation(
            summary = "Refresh several connections",
            description = "Starts a run for each of up to 100 connections that write to one workbook: all of them or, "
                    + "if one may not start, none.")
    BaseResponse<RefreshBatchDto> refreshBatch(
            @RequestParam(required = false)
                    @Parameter(
                            description =
                                    "Cancel the entries whose destination takes no data, instead of refusing them all")
                    @Nullable
                    Boolean cancelUnwritables,
            @RequestBody(required = true) List<@Nullable RefreshConnectionDto> body,
            Exchange exchange) {
        boolean cancel = Boolean.TRUE.equals(cancelUnwritables);
        return BaseResponse.ok(
                exchange.perform((world, call) -> world.refreshes().refreshBatch(body, cancel, call)));
    }

    @GetMapping("/{batchId}")
    @Operation(
            summary = "Get the status of a batch",
            description = "Tells how far the runs of a batch have come, one by one and taken together.")
    BaseResponse<RefreshBatchDto> getRefreshBatchStatus(
            @PathVariable @Parameter(description = "The batch to look at") String batchId,
            @RequestParam(required = false)
                    @Size(max = 40)
                    @Parameter(description = "The workspace in which the batch is looked for")
                    @Nullable
                    String workspaceId,
            Exchange exchange) {
        return BaseResponse.ok(
                exchange.perform((world, call) -> world.refreshes().batchStatus(batchId, workspaceId, call)));
    }
}
