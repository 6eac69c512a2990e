package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.memory.InFlightMemory;
import io.wdatamock.memory.WaitingRequests;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
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

/** What requests in flight may take together, here 24 MiB and eight threads. */
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
    void everythingIsGivenBack() {
        while (memory.used() != 0 || waiting.count() != 0) {
            Thread.onSpinWait(); // a client has its answer before the server is done with the request
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBodyThatDoesNotFitIsRefusedAndItsConnectionCanTell(boolean chunked, Api api) {
        byte[] body = "x".repeat(8 << 20).getBytes(StandardCharsets.US_ASCII);

        Answer answer = chunked
                ? api.refreshOf("instant").chunked(body).send()
                : api.refreshOf("instant").body(body).send();

        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(api.request("PUT", "/__mock/snapshot").body(body).send().status())
                .isEqualTo(503);
    }

    @Test
    void aResponseThatDoesNotFitIsRefused(Api api) {
        String mebibyte = "x".repeat(1 << 20);
        for (int i = 0; i < 26; i++) {
            String id = "wide-" + i;
            api.given("{\"connectionId\": \"%s\"}".formatted(id));
            api.refresh(id, "{\"sourceParameters\": {\"a\": \"" + mebibyte + "\"}}")
                    .assertOk();
        }

        Answer answer = api.list("?limit=100");

        assertThat(answer.status()).as(answer.text().substring(0, 100)).isEqualTo(503);
        assertThat(answer.text()).contains(FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[{}]", "{\"sourceParameters\": {\"a\": \"\\ud8", "{} {}"})
    void whatIsRefusedGivesItsMemoryBack(String beginning, Api api) {
        String body = beginning + " ".repeat(500_000);

        for (int i = 0; i < 20; i++) {
            assertThat(api.refresh("instant", body).status()).isEqualTo(400);
        }
    }

    @Test
    void manyTokensAreRefused(Api api) {
        api.refresh("instant", "{\"sourceParameters\":{\"a\":[" + "1,".repeat(200_000) + "1]}}")
                .assertRefused(
                        400,
                        null,
                        "The body has more than 200000 JSON tokens (names, values and brackets); send a smaller one");
        api.batch("[" + "{\"connectionId\":\"x\"},".repeat(60_000) + "{}]")
                .assertRefused(400, "body", "The batch has 60001 entries, but must have from 1 to 100");
    }

    @Test
    void slowBodiesLeaveThreadsForEverybodyElse(Api api) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                slow.add(slowClient(api));
            }
            while (waiting.count() < waiting.most()) {
                Thread.onSpinWait();
            }

            assertThat(api.connection("instant").status()).isEqualTo(200);
            assertThat(api.outside("GET", "/actuator/health").send().status()).isEqualTo(200);
            assertThat(firstAnswer(slow)).startsWith("HTTP/1.1 503");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void holdsBeyondTheirNumberAreRefused(Api api) throws InterruptedException {
        String fault = api.fault("{\"operation\": \"getConnection\", \"effect\": {\"type\": \"hold\"}}");
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Thread client = new Thread(() -> answers.add(api.connection("instant")));
            client.start();
            clients.add(client);
        }
        while (answers.size() < 10 - waiting.most()) {
            Thread.onSpinWait();
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.text()).contains("6 requests may wait at once");
        });
        assertThat(api.request("DELETE", "/__mock/faults/" + fault).send().status())
                .isEqualTo(204);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(waiting.most());
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

    private static Socket slowClient(Api api) throws IOException {
        URI host = api.host();
        Socket socket = new Socket(host.getHost(), host.getPort());
        socket.getOutputStream()
                .write(("POST /sandbox/%s/api/v1/connections/instant/refresh HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer any\r\nContent-Length: 100\r\n\r\n{")
                        .formatted(api.sandbox())
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
