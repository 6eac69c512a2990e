package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.control.EventReader.Told;
import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many viewers of one server, and slow ones; the server is theirs alone. */
@HttpTest(properties = "server.tomcat.threads.max=200")
@Timeout(120)
class ManyViewersControlTests {

    @Test
    void aHundredAreToldTheSameAndOneMoreIsRefused(Api api) {
        List<EventReader> viewers = new ArrayList<>();
        try {
            while (viewers.size() < EventController.MOST_STREAMS) {
                viewers.add(EventReader.of(api));
            }

            Answer refused = new ControlApi(api.in("elsewhere"))
                    .request("GET", "/events")
                    .send();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.at("/detail"))
                    .isEqualTo("There are 100 event streams open, which is the most; close one");

            api.refresh("slow").assertOk();
            List<List<Told>> told =
                    viewers.stream().map(viewer -> viewer.next(3)).toList();
            assertThat(told).hasSize(100).containsOnly(told.get(0));
        } finally {
            viewers.forEach(EventReader::close);
        }
        awaitRoom(api);
    }

    @Test
    void aViewerThatReadsNothingIsCutOffAndSlowsNobodyDown(Api api) throws IOException {
        ControlApi control = new ControlApi(api);
        try (Socket socket = watchWithoutReading(api)) {
            String body = "{\"sourceParameters\": {\"padding\": \"%s\"}}".formatted("x".repeat(60_000));
            control.put("/settings", "{\"overlap\": \"allow\"}");
            for (int i = 0; i < 600; i++) {
                api.refresh("instant", body).assertOk();
            }

            String stream = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(stream).contains("event: clock").contains("event: run");
            assertThat(stream.split("event: run", -1).length).as("runs told").isLessThan(600);
        }
    }

    /** Asks for events with hardly a buffer for them; what comes is left where it is. */
    private static Socket watchWithoutReading(Api api) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), api.host().getPort()));
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write("GET /sandbox/%s/__mock/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .formatted(api.sandbox())
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream answer = socket.getInputStream();
        assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    /** The server notices that a viewer has gone when it next has something to tell it. */
    private static void awaitRoom(Api api) {
        int looks = 0;
        for (boolean room = false; !room; looks++) {
            assertThat(looks).as("looks until there was room again").isLessThan(1000);
            api.connection("slow");
            try (EventReader viewer =
                    EventReader.open(URI.create(api.host() + "/sandbox/" + api.sandbox() + "/__mock/events"))) {
                room = viewer.response().statusCode() == 200;
            }
        }
    }
}
