package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** Faults that are added, shown and removed on the page. */
@HttpTest
@BrowserTest
class FaultsInBrowser {

    @Test
    void nextAnswerIsLostAfterTwoClicks(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());

        tab.press("More: Slow");
        tab.page().getByText("Lose the next answer").click();

        assertThat(tab.connection("slow").locator("[data-part=fault]"))
                .hasText("Fault: refreshConnection gets no response after it took effect, once");
        assertThat(tab.connection("slow").locator("[data-part=script]")).isHidden();
        tab.press("Refresh: Slow");
        tab.assertSides("slow", "not started in 5.0 s", "not started in 30 s");
        assertThat(tab.connection("slow").locator("[data-part=fault]")).isHidden();
        assertThat(tab.connection("slow").locator("[data-part=script]")).isVisible();
    }

    @Test
    void faultOfTheFormIsAddedAndRemoved(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("More: Instant");
        tab.page().keyboard().press("ArrowDown");
        tab.page().keyboard().press("Enter");
        Locator dialog = tab.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator("[name=connectionId]")).hasValue("instant");

        dialog.locator("[name=message]").fill("Down <b>today</b>");
        dialog.locator("[name=retryAfter]").fill("2s");
        tab.press("Add fault");
        assertThat(dialog.locator(".fault-list").first()).containsText("Fault: refreshConnection returns 503, once");
        tab.screenshot("faults");
        tab.press("Close");
        tab.press("Refresh: Instant");
        assertThat(tab.connection("instant").locator(".rejection")).hasText("503: Down <b>today</b>");

        tab.page().locator("#faults").click();
        assertThat(dialog.locator(".fault-list").first()).containsText("used up");
        tab.press("Remove: Fault: refreshConnection returns 503, used up");
        assertThat(dialog.locator(".fault-list").first()).not().containsText("used up");
        tab.press("Remove all");
        assertThat(dialog.locator(".fault-list").first()).hasText("None.");
    }

    @Test
    void rejectedFaultShowsTheReason(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.page().locator("#faults").click();
        Locator dialog = tab.page().getByRole(AriaRole.DIALOG);
        dialog.locator("[name=effect]").selectOption("delay");
        dialog.locator("[name=for]").fill("soon");
        tab.press("Add fault");

        assertThat(dialog.locator(".error-text")).containsText("soon");
    }

    @Test
    void faultOfAnotherClientIsShownWhenItApplies(ApiClient api, Tab tab) {
        api.delete("/__mock/faults").send();
        tab.openSandbox(api.sandbox());
        api.addFault("{\"operation\": \"refreshConnection\", \"effect\": {\"type\": \"status\", \"status\": 500}}");

        tab.press("Refresh: Slow");

        tab.assertShows(".connection [data-part=fault]", "Fault: refreshConnection returns 500");
        assertThat(tab.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Faults 1")))
                .isVisible();
    }
}
