package io.wdatamock.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.connection.ConnectionPage;
import io.wdatamock.connection.Cursor;
import io.wdatamock.refresh.OperationContext;
import io.wdatamock.sandbox.SandboxState;
import io.wdatamock.web.Emulates;
import io.wdatamock.web.Exchange;
import io.wdatamock.wire.BaseResponse;
import io.wdatamock.wire.ConnectionDto;
import io.wdatamock.wire.PagedResponse;
import io.wdatamock.wire.VendorOperation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists and returns connections. */
@Tag(name = VendorOperation.TAG)
@RestController
@RequestMapping("/api/v1/connections")
class ConnectionController {

    @GetMapping
    @Operation(
            summary = "List connections",
            description = "Lists connections by creation time, page by page. A filter by type requires the ID as well.")
    @ApiResponse(responseCode = "200", description = "One page of connections", useReturnTypeSchema = true)
    @Emulates(VendorOperation.LIST_CONNECTIONS)
    PagedResponse<ConnectionDto> listConnections(
            @RequestParam(required = false)
                    @Parameter(description = "Only connections with this type of source")
                    @Nullable
                    String sourceType,
            @RequestParam(required = false)
                    @Parameter(description = "Only connections with this type of destination")
                    @Nullable
                    String destinationType,
            @RequestParam(required = false) @Parameter(description = "Only connections with this source") @Nullable
                    String sourceId,
            @RequestParam(required = false) @Parameter(description = "Only connections with this destination") @Nullable
                    String destinationId,
            @RequestParam(required = false)
                    @Parameter(description = "The cursor of the previous page; it includes its limit and filters")
                    @Nullable
                    String cursor,
            @RequestParam(required = false)
                    @Min(1)
                    @Max(1000)
                    @Parameter(description = "The maximum number of connections of the page; by default 1000")
                    @Nullable
                    Integer limit,
            @RequestParam(required = false)
                    @Min(0)
                    @Parameter(description = "The number of connections to skip; by default 0")
                    @Nullable
                    Long offset,
            @RequestParam(required = false)
                    @Parameter(description = "Whether to include a description of the source; by default false")
                    @Nullable
                    Boolean includeSourceResourceProperties,
            Exchange exchange) {
        ListRequest.Filters filters = new ListRequest.Filters(sourceType, sourceId, destinationType, destinationId);
        ListRequest request = ListRequest.of(filters, cursor, limit, offset);
        boolean described = Boolean.TRUE.equals(includeSourceResourceProperties);
        return exchange.perform((state, context) -> page(request, described, state, context));
    }

    @GetMapping("/{connectionId}")
    @Operation(summary = "Get a connection", description = "Returns one connection and its newest run.")
    @ApiResponse(responseCode = "200", description = "The connection", useReturnTypeSchema = true)
    @Emulates(VendorOperation.GET_CONNECTION)
    BaseResponse<ConnectionDto> getConnection(
            @PathVariable @Parameter(description = "The ID of the connection", example = "trial-balance-to-10k")
                    String connectionId,
            @RequestParam(required = false)
                    @Size(max = 40)
                    @Parameter(description = "The workspace that must contain the connection")
                    @Nullable
                    String workspaceId,
            @RequestParam(required = false)
                    @Parameter(description = "Whether to include a description of the source; by default false")
                    @Nullable
                    Boolean includeSourceResourceProperties,
            Exchange exchange) {
        boolean described = Boolean.TRUE.equals(includeSourceResourceProperties);
        return BaseResponse.ok(exchange.perform(
                (state, context) -> state.refreshes().get(connectionId, workspaceId, described, context)));
    }

    private static PagedResponse<ConnectionDto> page(
            ListRequest request, boolean described, SandboxState state, OperationContext context) {
        ConnectionPage page = request.from(state.connections());
        context.explanation()
                .because("The page has %d connections; %s"
                        .formatted(
                                page.connections().size(),
                                page.next().isPresent()
                                        ? "its cursor leads to the next page"
                                        : "it is the last one, so its cursor is null"));
        return PagedResponse.ok(
                page.connections().stream()
                        .map(connection -> state.refreshes().describe(connection, described, context.now()))
                        .toList(),
                page.next().map(Cursor::encode).orElse(null));
    }
}
