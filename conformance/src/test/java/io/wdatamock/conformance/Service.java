package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The service under test. Every exchange with it is held against the user's OpenAPI file, where there is one. */
final class Service {

    private static final Service UNDER_TEST = new Service(Given.PROPERTIES);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ATTEMPTS = 5;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Given given;
    private final Optional<Contract> contract;

    private Service(Given given) {
        this.given = given;
        this.contract = given.openapi().map(Contract::new);
        if (contract.isEmpty()) {
            System.out.println("Nothing is held against a contract; name an OpenAPI file by -Dopenapi=…");
        }
    }

    static Service underTest() {
        return UNDER_TEST;
    }

    /** The answer to a call that the contract allows. */
    Answer answer(Call call) {
        contract.ifPresent(it -> it.assertAllows(call.described()));
        return send(call);
    }

    /** The answer to a call that the contract forbids; the answer itself must be one that it allows. */
    Answer provoke(Call call) {
        contract.ifPresent(it -> it.assertForbids(call.described()));
        return send(call);
    }

    /** Looks again and again until the run or batch has ended on both sides, and returns the last answer. */
    Answer awaitEnd(Call look) {
        Instant deadline = Instant.now().plus(given.patience());
        Answer answer = answer(look).expect(200);
        while (!answer.isFinal()) {
            assertThat(Instant.now())
                    .as("%s has not ended within -Dpatience=%s: %s", look, given.patience(), answer.json())
                    .isBefore(deadline);
            pause(given.poll());
            answer = answer(look).expect(200);
        }
        return answer;
    }

    /** Sends a call, again after a pause for as long as the service finds that there are too many. */
    private Answer send(Call call) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> response = exchange(call);
            contract.ifPresent(it -> it.assertAllows(described(response), call.described()));
            if (response.statusCode() != 429 || attempt == MOST_ATTEMPTS) {
                return answer(call, response);
            }
            pause(Duration.ofSeconds(
                    response.headers().firstValueAsLong("Retry-After").orElse(2L * attempt)));
        }
    }

    private HttpResponse<String> exchange(Call call) {
        try {
            return client.send(call.request(given.baseUrl()), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(call.toString(), e);
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

    private static Answer answer(Call call, HttpResponse<String> response) {
        try {
            return new Answer(call, response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException("%s answered %s".formatted(call, response.body()), e);
        }
    }

    /** Waits in real time: the service under test may have no other. */
    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
