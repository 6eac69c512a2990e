package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.EventStream;
import io.wdatamock.http.EventStream.Event;
import io.wdatamock.http.HttpTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many event streams and slow clients, on a server of their own. */
@HttpTest(properties = "server.tomcat.threads.max=200")
@Timeout(120)
class ManyViewersControlTests {

    @Test
    void hundredStreamsGetTheSameEventsAndOneMoreIsRejected(ApiClient api) {
        List<EventStream> streams = new ArrayList<>();
        try {
            while (streams.size() < EventController.MAX_STREAMS) {
                streams.add(api.events());
            }

            ApiResponse refused =
                    api.in("elsewhere").control().request("GET", "/events").assertStatus(503);
            assertThat(refused.at("/detail"))
                    .isEqualTo("There are 100 event streams open, which is the most; close one");

            api.refresh("slow").assertOk();
            List<List<Event>> received =
                    streams.stream().map(stream -> stream.next(3)).toList();
            assertThat(received).hasSize(100).containsOnly(received.get(0));
        } finally {
            streams.forEach(EventStream::close);
        }
        awaitRoom(api);
    }

    @Test
    void clientThatDoesNotReadIsDisconnectedWithoutDelayingOthers(ApiClient api, ControlClient control)
            throws IOException {
        try (Socket socket = watchWithoutReading(api)) {
            String body = "{\"sourceParameters\": {\"padding\": \"%s\"}}".formatted("x".repeat(60_000));
            control.put("/settings", "{'overlap': 'allow'}");
            for (int i = 0; i < 600; i++) {
                api.refresh("instant", body).assertOk();
            }

            String stream = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(stream).contains("event: clock").contains("event: run");
            assertThat(stream.split("event: run", -1).length)
                    .as("events of runs")
                    .isLessThan(600);
        }
    }

    /** Requests events with a small receive buffer and does not read them. */
    private static Socket watchWithoutReading(ApiClient api) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), api.host().getPort()));
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write("GET /sandbox/%s/__mock/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .formatted(api.sandbox())
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }

    /** The server detects a closed stream when it sends the next event. */
    private static void awaitRoom(ApiClient api) {
        int attempts = 0;
        for (boolean room = false; !room; attempts++) {
            assertThat(attempts).as("attempts until a stream was free").isLessThan(1000);
            api.connection("slow");
            try (EventStream events = EventStream.open(api.get("/__mock/events"))) {
                room = events.response().statusCode() == 200;
            }
        }
    }
}
