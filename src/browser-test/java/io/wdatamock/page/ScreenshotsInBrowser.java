package io.wdatamock.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes screenshots of the page to target/screenshots. */
@HttpTest
@BrowserTest
class ScreenshotsInBrowser {

    @Test
    void idle(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox()).screenshot("idle");
    }

    @Test
    void midRefresh(ApiClient api, Tab tab) {
        showRuns(api, tab);
        tab.screenshot("mid-refresh");
    }

    @Test
    void failure(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        api.refresh("destination-fails").assertOk();
        tab.assertCount(".run", 1);
        tab.press("+10 s");
        tab.assertShows("#hero", "failed after 2.25 s");
        tab.screenshot("failure");
    }

    @Test
    void dark(ApiClient api, Tab tab) {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        showRuns(api, tab);
        tab.screenshot("dark");
    }

    @Test
    void narrow(ApiClient api, Tab tab) {
        tab.page().setViewportSize(360, 780);
        showRuns(api, tab);
        tab.screenshot("narrow");
        tab.page().evaluate("() => document.getElementById('connections').scrollIntoView()");
        tab.screenshot("narrow-connections");
        tab.page().evaluate("() => document.getElementById('journal').scrollIntoView()");
        tab.screenshot("narrow-requests");
    }

    @Test
    void journal(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        api.refresh("locked");
        api.refresh("fails-then-succeeds", "{\"sourceParameters\": {\"quarter\": \"Q2\", \"year\": 2026}}");
        tab.assertCount(".request", 2);
        tab.page().locator(".request summary").first().click();
        tab.page().evaluate("() => document.getElementById('connections').scrollIntoView()");
        tab.screenshot("journal");
    }

    @Test
    void script(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Script: Trial balance to 10-K");
        tab.page().getByLabel("Advanced by").selectOption("timed");
        tab.screenshot("script");
    }

    /** Three active runs in different stages, and some final ones. */
    private static void showRuns(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        List.of("stuck", "source-fails", "trial-balance-to-10k", "slow")
                .forEach(id -> api.refresh(id).assertOk());
        tab.assertCount(".run", 4);
        tab.press("+10 s");
        tab.assertSides("slow", "running 20 s left", "not started in 20 s");
        api.refresh("income-statement-to-10k").assertOk();
        tab.assertCount(".run", 5);
        tab.page().getByPlaceholder("seconds").fill("1.85");
        tab.press("Advance");
        tab.assertSides("income-statement-to-10k", "complete", "running 0.4 s left");
    }
}
