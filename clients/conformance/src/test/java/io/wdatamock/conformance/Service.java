package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The service under test. Validates every request and response against the OpenAPI file, if there is one. */
final class Service {

    private static final Service UNDER_TEST = new Service(Parameters.FROM_PROPERTIES);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ATTEMPTS = 5;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Parameters parameters;
    private final Optional<Contract> contract;

    private Service(Parameters parameters) {
        this.parameters = parameters;
        this.contract = parameters.openapi().map(Contract::new);
        if (contract.isEmpty()) {
            System.out.println("Nothing is validated against a contract; set an OpenAPI file with -Dopenapi=…");
        }
    }

    static Service underTest() {
        return UNDER_TEST;
    }

    /** Sends a request that matches the contract. */
    ApiResponse send(ApiRequest request) {
        contract.ifPresent(it -> it.assertAllows(request.described()));
        return sendWithRetries(request);
    }

    /** Sends a request that violates the contract; the response must match it. */
    ApiResponse sendInvalid(ApiRequest request) {
        contract.ifPresent(it -> it.assertForbids(request.described()));
        return sendWithRetries(request);
    }

    /** Polls until the run or batch has ended on both sides, and returns the last response. */
    ApiResponse awaitEnd(ApiRequest poll) {
        Instant deadline = Instant.now().plus(parameters.patience());
        ApiResponse response = send(poll).expect(200);
        while (!response.isFinal()) {
            assertThat(Instant.now())
                    .as("%s has not ended within -Dpatience=%s: %s", poll, parameters.patience(), response.json())
                    .isBefore(deadline);
            pause(parameters.poll());
            response = send(poll).expect(200);
        }
        return response;
    }

    /** Sends a request, and repeats it after a pause while the service returns 429. */
    private ApiResponse sendWithRetries(ApiRequest request) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> response = exchange(request);
            contract.ifPresent(it -> it.assertAllows(described(response), request.described()));
            if (response.statusCode() != 429 || attempt == MOST_ATTEMPTS) {
                return parse(request, response);
            }
            pause(Duration.ofSeconds(
                    response.headers().firstValueAsLong("Retry-After").orElse(2L * attempt)));
        }
    }

    private HttpResponse<String> exchange(ApiRequest request) {
        try {
            return client.send(request.request(parameters.baseUrl()), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Response described(HttpResponse<String> response) {
        SimpleResponse.Builder described =
                SimpleResponse.Builder.status(response.statusCode()).withBody(response.body());
        response.headers().map().forEach(described::withHeader);
        return described.build();
    }

    private static ApiResponse parse(ApiRequest request, HttpResponse<String> response) {
        try {
            return new ApiResponse(request, response.statusCode(), JSON.readTree(response.body()));
        } catch (JacksonException e) {
            throw new IllegalStateException("%s was answered with %s".formatted(request, response.body()), e);
        }
    }

    /** Waits in real time, because the real service has no other clock. */
    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
