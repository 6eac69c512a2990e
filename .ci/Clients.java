import java.util.List;
import java.util.Map;
import java.util.Objects;
import wdata.api.ConnectionManagementApi;
import wdata.client.ApiClient;
import wdata.client.ApiException;
import wdata.model.ConnectionDto;
import wdata.model.ConnectionRunDto;
import wdata.model.PagedResponseConnectionDto;
import wdata.model.RefreshBatchDto;
import wdata.model.RefreshConnectionDto;

/** Calls all six operations through a client that OpenAPI Generator has made. The argument is the base URL. */
public final class Clients {

    private Clients() {}

    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer ci"));
        ConnectionManagementApi api = new ConnectionManagementApi(client);
        for (Boolean described : new Boolean[] {null, false, true}) {
            int count = 0;
            String cursor = null;
            do {
                PagedResponseConnectionDto page =
                        api.listConnections(null, null, null, null, cursor, cursor == null ? 5 : null, null, described);
                for (ConnectionDto connection : Objects.requireNonNull(page.getBody())) {
                    require((connection.getSourceResourceProperties() != null) == Boolean.TRUE.equals(described));
                    count++;
                }
                cursor = page.getCursor();
            } while (cursor != null);
            require(count > 20);
        }
        ConnectionDto missing = api.getConnection("source-missing", null, true).getBody();
        require(missing.getSourceResourceProperties().getStatus().getValue().equals("UNKNOWN"));
        ConnectionRunDto run = api.refreshConnection(
                        "instant", new RefreshConnectionDto().sourceParameters(Map.of("year", 2026)))
                .getBody();
        require(run.getDestinationStatus() == ConnectionRunDto.DestinationStatusEnum.COMPLETE);
        require(api.getRefreshStatus("instant", run.getJobId(), null).getBody().equals(run));
        RefreshBatchDto batch = api.refreshBatch(
                        List.of(new RefreshConnectionDto().connectionId("cash-flow-to-10k")), false)
                .getBody();
        require(api.getRefreshBatchStatus(batch.getBatchRefreshId(), null)
                        .getBody()
                        .getChildRefreshes()
                        .size()
                == 1);
        System.out.println("Java: six operations, with and without the properties of sources");
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }
}
