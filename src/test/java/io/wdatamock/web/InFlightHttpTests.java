package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import io.wdatamock.memory.InFlightMemory;
import io.wdatamock.memory.WaitingRequests;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Limits of all requests in flight, here 24 MiB and eight waiting requests. */
@HttpTest
class InFlightHttpTests {

    private static final String FULL = "Requests in flight take all of the";

    @TestBean
    private InFlightMemory memory;

    @TestBean
    private WaitingRequests waiting;

    static InFlightMemory memory() {
        return SMALL;
    }

    static WaitingRequests waiting() {
        return new WaitingRequests(SMALL, 8);
    }

    private static final InFlightMemory SMALL = new InFlightMemory(24 << 20);

    @AfterEach
    void allMemoryIsReleased() {
        while (memory.used() != 0 || waiting.count() != 0) {
            Thread.onSpinWait(); // a client has its response before the server is done with the request
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bodyBeyondTheMemoryLimitIsRejectedWithAResponse(boolean chunked, ApiClient api) {
        byte[] body = "x".repeat(8 << 20).getBytes(StandardCharsets.US_ASCII);

        ApiResponse response = chunked
                ? api.refreshOf("instant").chunked(body).send()
                : api.refreshOf("instant").body(body).send();

        response.assertStatus(503);
        assertThat(response.header("Retry-After")).isEqualTo("1");
        api.request("PUT", "/__mock/snapshot").body(body).assertStatus(503);
    }

    @Test
    void responseBeyondTheMemoryLimitIsRejected(ApiClient api) {
        String mebibyte = "x".repeat(1 << 20);
        for (int i = 0; i < 26; i++) {
            String id = "wide-" + i;
            api.saveConnection("{'connectionId': '%s'}".formatted(id));
            api.refresh(id, "{\"sourceParameters\": {\"a\": \"" + mebibyte + "\"}}")
                    .assertOk();
        }

        ApiResponse response = api.list("?limit=100");

        assertThat(response.status()).as(response.text().substring(0, 100)).isEqualTo(503);
        assertThat(response.text()).contains(FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[{}]", "{\"sourceParameters\": {\"a\": \"\\ud8", "{} {}"})
    void rejectedBodiesReleaseTheirMemory(String beginning, ApiClient api) {
        String body = beginning + " ".repeat(500_000);

        for (int i = 0; i < 20; i++) {
            api.refresh("instant", body).assertStatus(400);
        }
    }

    @Test
    void tooManyJsonTokensAreRejected(ApiClient api) {
        api.refresh("instant", "{\"sourceParameters\":{\"a\":[" + "1,".repeat(200_000) + "1]}}")
                .assertError(
                        400,
                        null,
                        "The body has more than 200000 JSON tokens (names, values and brackets); send a smaller one");
        api.batch("[" + "{\"connectionId\":\"x\"},".repeat(60_000) + "{}]")
                .assertError(400, "body", "The batch has 60001 entries, but must have from 1 to 100");
    }

    @Test
    void slowBodiesLeaveThreadsForOtherRequests(ApiClient api) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                slow.add(slowClient(api));
            }
            while (waiting.count() < waiting.most()) {
                Thread.onSpinWait();
            }

            api.connection("instant").assertStatus(200);
            api.root().get("/actuator/health").assertStatus(200);
            assertThat(firstAnswer(slow)).startsWith("HTTP/1.1 503");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void tooManyHoldsAreRejected(ApiClient api) throws InterruptedException {
        String fault = api.addFault("{'operation': 'getConnection', 'effect': {'type': 'hold'}}");
        Queue<ApiResponse> answers = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Thread client = new Thread(() -> answers.add(api.connection("instant")));
            client.start();
            clients.add(client);
        }
        while (answers.size() < 10 - waiting.most()) {
            Thread.onSpinWait();
        }

        assertThat(answers).allSatisfy(response -> {
            response.assertStatus(503);
            assertThat(response.header("Retry-After")).isEqualTo("1");
            assertThat(response.text()).contains("limit of 6 waiting requests");
        });
        api.request("DELETE", "/__mock/faults/" + fault).assertStatus(204);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(answers.stream().filter(response -> response.status() == 200))
                .hasSize(waiting.most());
    }

    private static String firstAnswer(List<Socket> sockets) throws IOException {
        while (true) {
            for (Socket socket : sockets) {
                InputStream in = socket.getInputStream();
                if (in.available() > 20) {
                    return new String(in.readNBytes(20), StandardCharsets.US_ASCII);
                }
            }
        }
    }

    private static Socket slowClient(ApiClient api) {
        return api.openRaw("""
                POST /sandbox/%s/api/v1/connections/instant/refresh HTTP/1.1
                Host: localhost
                Authorization: Bearer any
                Content-Length: 100

                {""".formatted(api.sandbox()));
    }
}
