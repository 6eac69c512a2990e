package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page with 1,000 connections and hundreds of runs and requests. */
@HttpTest
@BrowserTest
class ManyConnectionsInBrowser {

    private static final int CONNECTIONS = 1000;
    private static final int RUNS = 300;
    private static final int BUILT_IN = 23;

    /** Far below what a desktop shows, because the machine may be busy; a page with all rows draws fewer than 10. */
    private static final int MIN_FRAMES = 20;

    /** The most frames of a second, out of some. */
    private static final String FRAMES = """
            async () => {
              let best = 0;
              for (let second = 0; second < 5; second++) {
                const end = performance.now() + 1000;
                let frames = 0;
                while (performance.now() < end) {
                  await new Promise(requestAnimationFrame);
                  frames++;
                }
                best = Math.max(best, frames);
              }
              return best;
            }""";

    @Test
    void onlyRowsNearTheViewAreInTheDocument(ApiClient api, Tab tab) {
        createConnections(api);
        tab.openSandbox(api.sandbox());
        tab.assertShows("#connections .count", "1000");
        assertThat(countElements(tab)).isLessThan(5000);
        assertThat(tab.page().locator(".connection").first()).hasAttribute("aria-setsize", "1000");

        tab.page().evaluate("() => window.scrollTo(0, document.documentElement.scrollHeight)");
        assertThat(tab.connection("many-999")).isVisible();
        assertThat(tab.connection("many-999")).hasAttribute("aria-posinset", "1000");
        tab.assertCount("h3:text-is('Many 23')", 0);
        assertThat(countElements(tab)).isLessThan(5000);
    }

    @Test
    void filterFindsConnectionsThatAreNotInTheDocument(ApiClient api, Tab tab) {
        createConnections(api);
        tab.openSandbox(api.sandbox());

        tab.page().getByPlaceholder("Filter").first().fill("many-777");

        tab.assertCount(".connection", 1);
        tab.press("Refresh: Many 777");
        tab.assertSides("many-777", "not started in 0.3 s", "not started in 1.3 s");
    }

    @Test
    void focusMovesThroughAllRows(ApiClient api, Tab tab) {
        createConnections(api);
        tab.openSandbox(api.sandbox());
        tab.page().evaluate("() => window.scrollTo(0, 50000)");
        assertThat(tab.page().locator(".connection").first()).not().hasAttribute("aria-posinset", "1");
        Locator buttons = tab.page().locator(".connection [data-part=refresh]");
        buttons.nth(3).focus();
        String start = position(tab);

        // Away from the row, which keeps the focus and its neighbours.
        tab.page().evaluate("() => window.scrollTo(0, 0)");
        assertThat(tab.page().locator(".connection").first()).hasAttribute("aria-posinset", "1");
        for (int step = 0; position(tab).equals(start) && step < 10; step++) {
            tab.page().keyboard().press("Tab");
        }

        assertThat(Integer.parseInt(position(tab))).isEqualTo(Integer.parseInt(start) + 1);
    }

    @Test
    void framesKeepUpWithManyRuns(ApiClient api, Tab tab) {
        createConnections(api);
        api.changeSettings("{\"defaultScript\": {\"outcome\": \"succeed\", \"pacing\": {\"type\": \"timed\","
                + " \"queued\": \"PT1S\", \"source\": \"PT60S\", \"destination\": \"PT60S\"}}}");
        tab.openSandbox(api.sandbox());
        tab.press("Resume");
        IntStream.range(BUILT_IN, BUILT_IN + RUNS)
                .forEach(number -> api.refresh("many-" + number).assertOk());
        tab.assertShows("#journal .count", String.valueOf(RUNS));

        assertThat((int) tab.page().evaluate(FRAMES)).isGreaterThanOrEqualTo(MIN_FRAMES);
        assertThat(countElements(tab)).isLessThan(5000);
    }

    private static void createConnections(ApiClient api) {
        IntStream.range(BUILT_IN, CONNECTIONS)
                .forEach(number -> api.saveConnection(
                        "{\"connectionId\": \"many-%1$d\", \"name\": \"Many %1$d\"}".formatted(number)));
    }

    private static int countElements(Tab tab) {
        return (int) tab.page().evaluate("() => document.querySelectorAll('*').length");
    }

    /** The position of the row that has the focus. */
    private static String position(Tab tab) {
        return (String) tab.page()
                .evaluate("() => document.activeElement.closest('.connection').getAttribute('aria-posinset')");
    }
}
