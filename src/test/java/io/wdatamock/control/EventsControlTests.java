package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.control.EventReader.Told;
import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watching a sandbox: what viewers are told, and in which order. */
@HttpTest
@Timeout(60)
class EventsControlTests {

    @Test
    void aStreamBeginsWithTheClock(Api api) {
        try (EventReader viewer = EventReader.open(uri(api))) {
            Told first = viewer.next();

            assertThat(first.name()).isEqualTo("clock");
            assertThat(first.data().toString())
                    .isEqualTo(new ControlApi(api).get("/clock").text());
            assertThat(viewer.response().statusCode()).isEqualTo(200);
            assertThat(viewer.response().headers().map())
                    .containsEntry("content-type", List.of("text/event-stream"))
                    .containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("x-accel-buffering", List.of("no"));
        }
    }

    @Test
    void aRefreshIsARequestThenARunThenItsAnswer(Api api) {
        try (EventReader viewer = EventReader.of(api)) {
            api.refresh("slow");

            List<Told> told = viewer.next(3);
            assertThat(told).extracting(Told::name).containsExactly("request", "run", "request");
            Told arrival = told.get(0);
            assertThat(arrival.at("/operation")).isEqualTo("refreshConnection");
            assertThat(arrival.data().at("/connectionIds").toString()).isEqualTo("[\"slow\"]");
            assertThat(arrival.data().has("status") || arrival.data().has("durationMs"))
                    .isFalse();
            ControlApi control = new ControlApi(api);
            assertThat(told.get(1).data().toString())
                    .isEqualTo(control.get("/runs").jsonAt("/runs/0"));
            assertThat(told.get(2).data().toString())
                    .isEqualTo(control.get("/requests").jsonAt("/requests/0"));
            assertThat(told.get(2).at("/seq")).isEqualTo(arrival.at("/seq"));
        }
    }

    @Test
    void aRequestWithoutAnOperationIsToldOfOnceAnswered(Api api) {
        try (EventReader viewer = EventReader.of(api)) {
            api.get("/api/v1/nowhere").send();
            api.connection("instant");

            assertThat(viewer.next().at("/status")).isEqualTo("404");
            assertThat(viewer.next().at("/operation")).isEqualTo("getConnection");
        }
    }

    @Test
    void aHeldRequestShowsBeforeItIsAnswered(Api api) {
        ControlApi control = new ControlApi(api);
        String fault = api.fault("{\"operation\": \"getConnection\", \"effect\": {\"type\": \"hold\"}}");
        try (EventReader viewer = EventReader.of(api)) {
            CompletableFuture<Answer> held = CompletableFuture.supplyAsync(() -> api.connection("instant"));

            Told arrival = viewer.next();
            assertThat(arrival.data().has("status")).isFalse();
            control.delete("/faults/" + fault);

            Told answered = viewer.next();
            assertThat(answered.at("/seq")).isEqualTo(arrival.at("/seq"));
            assertThat(answered.at("/status")).isEqualTo("200");
            assertThat(answered.at("/faultId")).isEqualTo(fault);
            assertThat(held.join().status()).isEqualTo(200);
        }
    }

    @Test
    void anAdvancedRunIsTold(Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("stuck");
        try (EventReader viewer = EventReader.of(api)) {
            control.post("/connections/stuck/advance", "");

            Told run = viewer.next();
            assertThat(run.name()).isEqualTo("run");
            assertThat(run.at("/stage")).isEqualTo("source");
            assertThat(run.data().toString()).isEqualTo(control.get("/runs").jsonAt("/runs/0"));
        }
    }

    @Test
    void onlyAPollThatMovesARunTellsOfIt(Api api) {
        new ControlApi(api)
                .scripts("slow", "[{\"outcome\": \"succeed\", \"pacing\": {\"type\": \"polled\", \"reads\": 2}}]");
        api.refresh("slow");
        try (EventReader viewer = EventReader.of(api)) {
            api.status("slow");
            api.status("slow");
            api.status("slow");

            List<Told> told = viewer.next(7);
            assertThat(told)
                    .extracting(Told::name)
                    .containsExactly("request", "request", "request", "request", "request", "run", "request");
            assertThat(told.get(5).at("/stage")).isEqualTo("source");
        }
    }

    @Test
    void everyRunOfABatchIsTold(Api api) {
        try (EventReader viewer = EventReader.of(api)) {
            api.batch("[{\"connectionId\": \"trial-balance-to-10k\"}, {\"connectionId\": \"cash-flow-to-10k\"}]")
                    .assertOk();

            assertThat(viewer.next(4)).extracting(Told::name).containsExactly("request", "run", "run", "request");
        }
    }

    @Test
    void aSteeredClockTellsOfTheRunsThatWereOrAreActive(Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("instant");
        String slow = api.refresh("slow").at("/body/jobId");
        String stuck = api.refresh("stuck").at("/body/jobId");
        try (EventReader viewer = EventReader.of(api)) {
            control.pass("PT1H");

            List<Told> done = viewer.next(3);
            assertThat(done).extracting(Told::name).containsExactly("clock", "run", "run");
            assertThat(done.get(0).at("/now")).isEqualTo("2026-06-01T13:00:00.000Z");
            assertThat(done.subList(1, 3)).extracting(run -> run.at("/jobId")).containsExactly(slow, stuck);
            assertThat(done.subList(1, 3)).extracting(run -> run.at("/stage")).containsExactly("done", "source");

            control.put("/clock", "{\"now\": \"2026-06-01T12:00:00Z\"}");

            List<Told> again = viewer.next(3);
            assertThat(again.subList(1, 3)).extracting(run -> run.at("/stage")).containsExactly("queued", "queued");

            control.delete("/clock");
            assertThat(viewer.next().at("/mode")).isEqualTo("running");
        }
    }

    @Test
    void aRefusedChangeOfTheClockIsNotTold(Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("stuck");
        try (EventReader viewer = EventReader.of(api)) {
            assertThat(control.put("/clock", "{\"now\": \"2020-01-01T00:00:00Z\"}")
                            .status())
                    .isEqualTo(409);
            control.post("/reset", "");

            assertThat(viewer.next().name()).isEqualTo("reset");
        }
    }

    @Test
    void aStreamOutlivesAResetAndARestore(Api api) {
        ControlApi control = new ControlApi(api);
        String snapshot = control.state();
        try (EventReader viewer = EventReader.of(api)) {
            control.post("/reset", "");
            api.refresh("instant");
            ControlApi.assertStatus(204, control.put("/snapshot", snapshot));
            api.refresh("instant");

            assertThat(viewer.next(8))
                    .extracting(Told::name)
                    .containsExactly("reset", "request", "run", "request", "reset", "request", "run", "request");
        }
    }

    @Test
    void aResetIsToldWithoutData(Api api) {
        try (EventReader viewer = EventReader.of(api)) {
            new ControlApi(api).post("/reset", "");

            assertThat(viewer.next().data().toString()).isEqualTo("{}");
        }
    }

    @Test
    void whatARestoreBringsBackIsNotToldRunByRun(Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("stuck");
        String snapshot = control.state();
        try (EventReader viewer = EventReader.of(api)) {
            control.put("/snapshot", snapshot);
            control.pass("PT1S");

            assertThat(viewer.next(3)).extracting(Told::name).containsExactly("reset", "clock", "run");
        }
    }

    @Test
    void anotherSandboxIsNotSeen(Api api) {
        Api other = api.in(api.sandbox() + "-other");
        try (EventReader viewer = EventReader.of(api)) {
            other.refresh("instant");
            api.connection("slow");

            assertThat(viewer.next().at("/connectionIds/0")).isEqualTo("slow");
        }
    }

    @Test
    void theDefaultSandboxIsWatchedAtTheRoot(Api api) {
        try (EventReader viewer = EventReader.open(URI.create(api.host() + "/__mock/events"))) {
            api.in("default").connection("slow");

            assertThat(viewer.next(2)).extracting(Told::name).contains("clock");
        }
    }

    @Test
    void aStreamEndsWithItsSandbox(Api api) {
        try (EventReader viewer = EventReader.of(api)) {
            api.outside("DELETE", "/__mock/sandboxes/" + api.sandbox()).send();

            assertThat(viewer.nextOrEnd()).isEmpty();
        }
    }

    @Test
    void whoTakesNoEventsIsRefused(Api api) {
        ControlApi control = new ControlApi(api);

        control.assertRefuses(
                control.request("GET", "/events").header("Accept", "application/json"),
                406,
                null,
                "The Accept header was \"application/json\", but answers are text/event-stream only");
    }

    @Test
    void headGetsTheHeadersAndNoStream(Api api) {
        Answer answer = new ControlApi(api).request("HEAD", "/events").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/event-stream");
    }

    private static URI uri(Api api) {
        return URI.create(api.host() + "/sandbox/" + api.sandbox() + "/__mock/events");
    }
}
