package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.EventStream;
import io.wdatamock.http.EventStream.Event;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Contents and order of a sandbox's events. */
@HttpTest
@Timeout(60)
class EventsControlTests {

    @Test
    void aStreamBeginsWithTheClock(ApiClient api) {
        try (EventStream stream = EventStream.open(api.get("/__mock/events"))) {
            Event first = stream.next();

            assertThat(first.name()).isEqualTo("clock");
            assertThat(first.data().toString())
                    .isEqualTo(api.control().get("/clock").text());
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(stream.response().headers().map())
                    .containsEntry("content-type", List.of("text/event-stream"))
                    .containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("x-accel-buffering", List.of("no"));
        }
    }

    @Test
    void aRefreshIsARequestThenARunThenItsAnswer(ApiClient api, ControlClient control) {
        try (EventStream stream = api.events()) {
            api.refresh("slow");

            List<Event> received = stream.next(3);
            assertThat(received).extracting(Event::name).containsExactly("request", "run", "request");
            Event arrival = received.get(0);
            assertThat(arrival.at("/operation")).isEqualTo("refreshConnection");
            assertThat(arrival.data().at("/connectionIds").toString()).isEqualTo("[\"slow\"]");
            assertThat(arrival.data().has("status") || arrival.data().has("durationMs"))
                    .isFalse();
            assertThat(received.get(1).data().toString())
                    .isEqualTo(control.get("/runs").jsonAt("/runs/0"));
            assertThat(received.get(2).data().toString())
                    .isEqualTo(control.requests().jsonAt("/requests/0"));
            assertThat(received.get(2).at("/seq")).isEqualTo(arrival.at("/seq"));
        }
    }

    @Test
    void requestWithoutAnOperationIsSentWhenComplete(ApiClient api) {
        try (EventStream stream = api.events()) {
            api.get("/api/v1/nowhere").send();
            api.connection("instant");

            assertThat(stream.next().at("/status")).isEqualTo("404");
            assertThat(stream.next().at("/operation")).isEqualTo("getConnection");
        }
    }

    @Test
    void heldRequestIsSentAtItsArrival(ApiClient api, ControlClient control) {
        String fault = api.addFault("{'operation': 'getConnection', 'effect': {'type': 'hold'}}");
        try (EventStream stream = api.events()) {
            CompletableFuture<ApiResponse> held = CompletableFuture.supplyAsync(() -> api.connection("instant"));

            Event arrival = stream.next();
            assertThat(arrival.data().has("status")).isFalse();
            control.delete("/faults/" + fault);

            Event answered = stream.next();
            assertThat(answered.at("/seq")).isEqualTo(arrival.at("/seq"));
            assertThat(answered.at("/status")).isEqualTo("200");
            assertThat(answered.at("/faultId")).isEqualTo(fault);
            held.join().assertStatus(200);
        }
    }

    @Test
    void advanceSendsTheRun(ApiClient api, ControlClient control) {
        api.refresh("stuck");
        try (EventStream stream = api.events()) {
            control.post("/connections/stuck/advance", "");

            Event run = stream.next();
            assertThat(run.name()).isEqualTo("run");
            assertThat(run.at("/stage")).isEqualTo("source");
            assertThat(run.data().toString()).isEqualTo(control.get("/runs").jsonAt("/runs/0"));
        }
    }

    @Test
    void onlyAPollThatMovesARunSendsIt(ApiClient api) {
        api.control().setScripts("slow", "[{'outcome': 'succeed', 'pacing': {'type': 'polled', 'reads': 2}}]");
        api.refresh("slow");
        try (EventStream stream = api.events()) {
            api.status("slow");
            api.status("slow");
            api.status("slow");

            List<Event> received = stream.next(7);
            assertThat(received)
                    .extracting(Event::name)
                    .containsExactly("request", "request", "request", "request", "request", "run", "request");
            assertThat(received.get(5).at("/stage")).isEqualTo("source");
        }
    }

    @Test
    void everyRunOfABatchIsSent(ApiClient api) {
        try (EventStream stream = api.events()) {
            api.batch("[{'connectionId': 'trial-balance-to-10k'}, {'connectionId': 'cash-flow-to-10k'}]")
                    .assertOk();

            assertThat(stream.next(4)).extracting(Event::name).containsExactly("request", "run", "run", "request");
        }
    }

    @Test
    void clockChangeSendsTheRunsThatWereOrAreActive(ApiClient api, ControlClient control) {
        api.refresh("instant");
        String slow = api.refresh("slow").at("/body/jobId");
        String stuck = api.refresh("stuck").at("/body/jobId");
        try (EventStream stream = api.events()) {
            control.advanceClock("PT1H");

            List<Event> done = stream.next(3);
            assertThat(done).extracting(Event::name).containsExactly("clock", "run", "run");
            assertThat(done.get(0).at("/now")).isEqualTo("2026-06-01T13:00:00.000Z");
            assertThat(done.subList(1, 3)).extracting(run -> run.at("/jobId")).containsExactly(slow, stuck);
            assertThat(done.subList(1, 3)).extracting(run -> run.at("/stage")).containsExactly("done", "source");

            control.put("/clock", "{'now': '2026-06-01T12:00:00Z'}");

            List<Event> again = stream.next(3);
            assertThat(again.subList(1, 3)).extracting(run -> run.at("/stage")).containsExactly("queued", "queued");

            control.delete("/clock");
            assertThat(stream.next().at("/mode")).isEqualTo("running");
        }
    }

    @Test
    void rejectedClockChangeIsNotSent(ApiClient api, ControlClient control) {
        api.refresh("stuck");
        try (EventStream stream = api.events()) {
            control.put("/clock", "{'now': '2020-01-01T00:00:00Z'}").assertStatus(409);
            control.post("/reset", "");

            assertThat(stream.next().name()).isEqualTo("reset");
        }
    }

    @Test
    void streamContinuesAfterAResetAndARestore(ApiClient api, ControlClient control) {
        String snapshot = control.snapshot();
        try (EventStream stream = api.events()) {
            control.post("/reset", "");
            api.refresh("instant");
            control.put("/snapshot", snapshot).assertStatus(204);
            api.refresh("instant");

            assertThat(stream.next(8))
                    .extracting(Event::name)
                    .containsExactly("reset", "request", "run", "request", "reset", "request", "run", "request");
        }
    }

    @Test
    void resetIsSentWithoutData(ApiClient api) {
        try (EventStream stream = api.events()) {
            api.control().post("/reset", "");

            assertThat(stream.next().data().toString()).isEqualTo("{}");
        }
    }

    @Test
    void restoreDoesNotSendEachRun(ApiClient api, ControlClient control) {
        api.refresh("stuck");
        String snapshot = control.snapshot();
        try (EventStream stream = api.events()) {
            control.put("/snapshot", snapshot);
            control.advanceClock("PT1S");

            assertThat(stream.next(3)).extracting(Event::name).containsExactly("reset", "clock", "run");
        }
    }

    @Test
    void otherSandboxesAreNotSent(ApiClient api) {
        ApiClient other = api.in(api.sandbox() + "-other");
        try (EventStream stream = api.events()) {
            other.refresh("instant");
            api.connection("slow");

            assertThat(stream.next().at("/connectionIds/0")).isEqualTo("slow");
        }
    }

    @Test
    void rootStreamsTheDefaultSandbox(ApiClient api) {
        try (EventStream stream = EventStream.open(api.root().get("/__mock/events"))) {
            api.in("default").connection("slow");

            assertThat(stream.next(2)).extracting(Event::name).contains("clock");
        }
    }

    @Test
    void aStreamEndsWithItsSandbox(ApiClient api) {
        try (EventStream stream = api.events()) {
            api.root().delete("/__mock/sandboxes/" + api.sandbox()).send();

            assertThat(stream.nextOrEnd()).isEmpty();
        }
    }

    @Test
    void otherAcceptHeadersAreRejected(ControlClient control) {
        control.assertRejects(
                control.request("GET", "/events").header("Accept", "application/json"),
                406,
                null,
                "The Accept header was \"application/json\", but responses are text/event-stream only");
    }

    @Test
    void headReturnsTheHeadersOnly(ApiClient api) {
        ApiResponse response = api.control().request("HEAD", "/events").assertStatus(200);
        assertThat(response.header("Content-Type")).isEqualTo("text/event-stream");
    }
}
