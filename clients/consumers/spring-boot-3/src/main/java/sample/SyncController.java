package sample;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Refreshes a connection on request and returns the result. */
@RestController
class SyncController {

    /** The part of the vendor's response that the application uses. */
    record Refreshed(Run body) {}

    record Run(String sourceStatus, String destinationStatus) {}

    @ResponseStatus(HttpStatus.BAD_GATEWAY)
    static final class RefreshFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final RestClient wdata;

    SyncController(
            RestClient.Builder builder,
            @Value("${workiva.base-url}") String baseUrl,
            @Value("${workiva.token}") String token) {
        wdata = builder.baseUrl(baseUrl)
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }

    @PostMapping("/sync/{connectionId}")
    Run sync(@PathVariable String connectionId) {
        Refreshed refreshed = wdata.post()
                .uri("/s/wdata/prep/api/v1/connections/{id}/refresh", connectionId)
                .retrieve()
                .body(Refreshed.class);
        if (refreshed == null || !refreshed.body().destinationStatus().equals("complete")) {
            throw new RefreshFailed();
        }
        return refreshed.body();
    }
}
