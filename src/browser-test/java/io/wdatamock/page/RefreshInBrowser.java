package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** Refreshes on the live page. The clock of each sandbox is frozen at first. */
@HttpTest
@BrowserTest
class RefreshInBrowser {

    @Test
    void refreshPassesItsStagesAsTheClockAdvances(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Refresh: Always succeeds");
        tab.assertSides("always-succeeds", "not started in 0.3 s", "not started in 1.3 s");

        tab.press("+0.25 s");
        tab.assertSides("always-succeeds", "running 1.0 s left", "not started in 1.0 s");
        tab.press("+0.25 s");
        tab.assertSides("always-succeeds", "running 0.8 s left", "not started in 0.8 s");
        tab.assertShows(".stage[data-place=current] .stage-head", "Source 0.8 s left");
        tab.press("+1 s");
        tab.assertSides("always-succeeds", "complete", "running 0.8 s left");
        tab.press("+10 s");
        tab.assertSides("always-succeeds", "complete", "complete");

        tab.assertShows("#hero", "Always succeeds · completed after 2.25 s");
        tab.assertShows("#runs .run", "Always succeeds");
        tab.assertShows("#runs .run", "2.25 s");
        tab.assertShows("#clock time", "12:00:11.500");
    }

    @Test
    void nextChangeFreezesTheClockAtTheInstantOfTheNextTransition(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Refresh: Slow");

        tab.press("Next change");
        tab.assertShows("#clock time", "12:00:05.000");
        tab.assertSides("slow", "running 25 s left", "not started in 25 s");
        tab.press("Next change");
        tab.assertShows("#clock time", "12:00:30.000");
        tab.press("Next change");
        tab.assertSides("slow", "complete", "complete");
    }

    @Test
    void nextChangeShowsTheReasonIfTimeMovesNoRun(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Refresh: Stuck");
        tab.press("+1 min");
        tab.press("Next change");

        tab.assertShows("#toast", "the clock moves none of the runs");
    }

    @Test
    void rateOfTheClockDeterminesTheTimeShown(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        assertThat(tab.page().getByLabel("Speed of the clock")).hasValue("1");
        Object passed = tab.page().evaluate("""
                async () => {
                  const {Clock} = await import(new URL("live/clock.js", document.baseURI));
                  const clock = new Clock();
                  clock.set({now: "2026-06-01T12:00:00Z", mode: "running", rate: 1000});
                  const before = [clock.now(), performance.now()];
                  await new Promise(done => setTimeout(done, 50));
                  return (clock.now() - before[0]) / (performance.now() - before[1]);
                }""");
        org.assertj.core.api.Assertions.assertThat(((Number) passed).doubleValue())
                .isBetween(900.0, 1100.0);
    }

    @Test
    void failureShowsWhereItHappenedAndWhy(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Refresh: Source fails");
        tab.press("+10 s");

        tab.assertSides("source-fails", "error", "cancelled");
        assertThat(tab.connection("source-fails").locator(".error-text"))
                .hasText("The data could not be read from wdata_query \"query-source-fails\".");
        tab.assertShows("#hero", "Source fails · failed after 1.25 s");
        tab.assertShows(".stage[data-stage=destination]", "not reached");
    }

    @Test
    void runAdvancesInRealTime(ApiClient api, Tab tab) {
        // Long enough to be observed on a busy machine.
        String pacing = "{\"type\": \"timed\", \"queued\": \"PT0S\", \"source\": \"PT6S\", \"destination\": \"PT0S\"}";
        api.saveConnection(
                "{\"connectionId\": \"real\", \"name\": \"Real\", \"scripts\": [{\"outcome\": \"succeed\", \"pacing\": %s}]}"
                        .formatted(pacing));
        tab.openSandbox(api.sandbox());
        tab.press("Resume");
        tab.press("Refresh: Real");

        assertThat(tab.connection("real").locator(".side-of.source .status")).containsText("running");
        tab.assertSides("real", "complete", "complete");
    }

    @Test
    void refreshOfAClientShowsWithoutAClick(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());

        api.refresh("slow").assertOk();
        tab.assertSides("slow", "not started in 5.0 s", "not started in 30 s");
        tab.press("+10 s");
        tab.assertSides("slow", "running 20 s left", "not started in 20 s");
        tab.assertShows(".request", "200");
        tab.assertShows(".request .explanation", "took script 1 of 1: succeed, timed");
    }

    @Test
    void rejectedRefreshShowsTheReason(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Refresh: Locked");

        assertThat(tab.connection("locked").locator(".rejection"))
                .hasText("423: Connection \"locked\" is locked and cannot be refreshed");
        tab.assertShows(".request .code", "423");
    }

    @Test
    void stalledRunIsAdvancedManually(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Refresh: Stuck");
        tab.press("+1 min");
        tab.assertSides("stuck", "running no scheduled end", "not started");

        tab.press("Next stage: Stuck");
        tab.assertSides("stuck", "complete", "running 1.0 s left");
        tab.press("Next stage: Stuck");
        tab.assertSides("stuck", "complete", "complete");
    }

    @Test
    void scriptDeterminesTheNextRefreshes(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Script: Instant");
        Locator form = tab.connection("instant").locator("form");
        form.getByLabel("A refresh").selectOption("fail_destination");
        form.getByLabel("Advanced by").selectOption("instant");
        form.getByLabel("Only the next refresh").check();
        tab.press("Set script");
        assertThat(tab.connection("instant").locator(".script-line"))
                .hasText("Fails at the destination immediately, then succeeds");

        tab.press("Refresh: Instant");
        tab.assertSides("instant", "complete", "error");
        tab.press("Refresh: Instant");
        tab.assertSides("instant", "complete", "complete");
    }

    @Test
    void polledRunAdvancesByPollsOnly(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Script: Slow");
        tab.connection("slow").locator("form").getByLabel("Advanced by").selectOption("polled");
        tab.press("Set script");
        tab.press("Refresh: Slow");
        tab.press("+1 min");
        tab.assertSides("slow", "not started", "not started");

        api.status("slow").assertStatuses("not_started", "not_started");
        tab.assertSides("slow", "not started", "not started");
        api.status("slow").assertStatuses("running", "not_started");
        tab.assertSides("slow", "running no scheduled end", "not started");
        api.status("slow").assertStatuses("complete", "running");
        tab.assertSides("slow", "complete", "running no scheduled end");
    }

    @Test
    void clientTextIsNeverInterpretedAsMarkup(ApiClient api, Tab tab) {
        String markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        api.saveConnection(
                "{\"connectionId\": \"sly\", \"name\": \"%s\", \"description\": \"%s\"}".formatted(markup, markup));
        tab.openSandbox(api.sandbox());
        api.refresh("sly", "{\"sourceParameters\": {\"a\": \"%s\"}}".formatted(markup));

        assertThat(tab.connection("sly").locator("h3")).hasText(markup);
        tab.page().locator(".request summary").first().click();
        assertThat(tab.page().locator(".request-body pre").nth(1)).containsText(markup);
        tab.assertCount("main img, main script", 0);
    }
}
