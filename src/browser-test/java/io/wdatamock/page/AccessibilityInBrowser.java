package io.wdatamock.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks of axe-core: names, roles, contrasts, landmarks; and that no content is clipped. */
@HttpTest
@BrowserTest
class AccessibilityInBrowser {

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothing(ColorScheme scheme, ApiClient api, Tab tab) {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        showAllStates(api, tab);

        assertAxeFindsNothing(tab);
        tab.page().setViewportSize(360, 800);
        assertAxeFindsNothing(tab);
    }

    @Test
    void axeFindsNothingInMenusAndDialogs(ApiClient api, Tab tab) {
        tab.page().setViewportSize(360, 800);
        tab.openSandbox(api.sandbox());
        tab.press("More: Slow");
        assertAxeFindsNothing(tab);
        tab.page().keyboard().press("Escape");
        tab.page().getByLabel("Select for a batch: Slow").check();
        for (String button : List.of("#faults", "#settings", "#connections [data-part=add]")) {
            tab.page().locator(button).click();
            tab.assertCount("dialog.tool", 1);
            assertAxeFindsNothing(tab);
            tab.press("Close");
            tab.assertCount("dialog.tool", 0);
        }
        assertThat(tab.page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(360);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1024})
    void nothingIsWiderThanTheWindow(int width, ApiClient api, Tab tab) {
        tab.page().setViewportSize(width, 800);
        showAllStates(api, tab);

        assertThat(tab.page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(width);
    }

    @Test
    void longWordsFitIntoTheNarrowestWindow(ApiClient api, Tab tab) {
        String word = "endless".repeat(100);
        api.saveConnection(
                "{\"connectionId\": \"%1$.64s\", \"name\": \"%1$s\", \"description\": \"%1$s\", \"scripts\": [{\"outcome\": \"fail_initiation\", \"error\": \"%1$s\"}]}"
                        .formatted(word));
        tab.page().setViewportSize(360, 800);
        tab.openSandbox(api.sandbox());
        tab.press("Refresh: " + word);
        tab.press("Script: " + word);

        tab.assertShows(".connection .error-text:visible", word);
        assertThat(tab.page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(360);
    }

    /** Shows runs in all states, an error, an open entry, and an open form. */
    private static void showAllStates(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        for (String connection : List.of("Always succeeds", "Source fails", "Cancelled midway", "Locked")) {
            tab.press("Refresh: " + connection);
        }
        tab.press("+10 s");
        tab.press("Refresh: Stuck");
        tab.press("Refresh: Slow");
        tab.press("+10 s");
        tab.press("Script: Headcount to board deck");
        tab.assertCount(".request", 6);
        tab.page().locator(".request summary").first().click();
        tab.assertSides("slow", "running 20 s left", "not started in 20 s");
    }

    private static void assertAxeFindsNothing(Tab tab) {
        assertThat(new AxeBuilder(tab.page()).analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }
}
