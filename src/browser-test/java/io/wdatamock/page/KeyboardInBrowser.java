package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** Operation of the page by keyboard and with a screen reader. */
@HttpTest
@BrowserTest
class KeyboardInBrowser {

    private static final int MAX_STEPS = 40;

    @Test
    void refreshClockAndJournalAreReachableByKeyboard(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());

        press(tab, "Tab");
        assertThat(tab.page().locator(".skip")).isFocused();
        press(tab, "Enter");
        tabTo(tab, tab.page().getByLabel("Refresh: Trial balance to 10-K"));
        press(tab, "Enter");
        tab.assertSides("trial-balance-to-10k", "not started in 0.3 s", "not started in 1.3 s");

        tabBackTo(tab, tab.page().locator("[data-part=next]"));
        press(tab, "Space");
        tab.assertSides("trial-balance-to-10k", "running 1.0 s left", "not started in 1.0 s");
        press(tab, "Space");
        press(tab, "Space");
        tab.assertSides("trial-balance-to-10k", "complete", "complete");

        Locator entry = tab.page().locator(".request summary").first();
        entry.focus();
        press(tab, "Enter");
        assertThat(tab.page().locator(".request-body").first()).containsText("POST /api/v1/connections/trial");
    }

    @Test
    void scriptIsSetByKeyboard(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.page().getByLabel("Script: Instant").focus();

        press(tab, "Enter");
        Locator form = tab.connection("instant").locator("form");
        assertThat(form.getByLabel("A refresh")).isFocused();
        tab.page().keyboard().type("fails at the s");
        press(tab, "Enter");
        tabTo(tab, form.getByText("Set script"));
        press(tab, "Enter");

        assertThat(tab.connection("instant").locator(".script-line")).containsText("Fails at the source");
    }

    @Test
    void focusStaysWithTheConnectionWhoseRunEnds(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Refresh: Stuck");
        assertThat(tab.page().locator("#runs")).containsText("queued");
        Locator next = tab.page().getByLabel("Next stage: Stuck");
        next.focus();
        for (int stage = 0; stage < 3; stage++) {
            press(tab, "Enter");
            assertThat(tab.page().locator("#runs"))
                    .containsText(stage == 0 ? "source" : stage == 1 ? "destination" : "immediately");
        }

        assertThat(tab.page().getByLabel("Refresh: Stuck")).isFocused();
    }

    @Test
    void escapeClosesTheMenuAndRestoresTheFocus(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        Locator menu = tab.page().locator("#sandboxes summary");
        menu.focus();
        press(tab, "Enter");
        assertThat(tab.page().getByLabel("Open another")).isVisible();
        press(tab, "Tab");

        press(tab, "Escape");

        assertThat(tab.page().getByLabel("Open another")).isHidden();
        assertThat(menu).isFocused();
    }

    @Test
    void changesAreAnnounced(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        Locator announcer = tab.page().locator("#announcer");
        assertThat(announcer).hasAttribute("aria-live", "polite");

        tab.press("Refresh: Destination fails");
        assertThat(announcer).hasText("Destination fails: queued");
        tab.press("Next change");
        assertThat(announcer).hasText("Destination fails: source running");
        tab.press("+10 s");
        assertThat(announcer).hasText("Destination fails: failed");
    }

    private static void press(Tab tab, String key) {
        tab.page().keyboard().press(key);
    }

    private static void tabTo(Tab tab, Locator target) {
        move(tab, "Tab", target);
    }

    private static void tabBackTo(Tab tab, Locator target) {
        move(tab, "Shift+Tab", target);
    }

    private static void move(Tab tab, String key, Locator target) {
        for (int step = 0; step < MAX_STEPS; step++) {
            if ((boolean) target.evaluate("node => node === document.activeElement")) {
                return;
            }
            press(tab, key);
        }
        assertThat(target).isFocused();
    }
}
