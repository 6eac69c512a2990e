package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** The comparison on the page of a mock that answers itself. */
@HttpTest
@BrowserTest
class ComparisonInBrowser {

    @Test
    void isNotShownIfNothingWasCompared(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());

        assertThat(tab.page().locator("#comparison")).isHidden();
        assertThat(tab.page().locator("#upstream")).isHidden();
        assertThat(tab.page().locator("#hero")).isVisible();
        assertThat(tab.page().locator(".unused")).isHidden();
    }

    @Test
    void isClosedAtFirstIfThereIsNoUpstream(ApiClient api, Tab tab) {
        tab.page().route("**/__mock/fidelity", route -> route.fulfill(new Route.FulfillOptions().setBody("""
                {"behaviours": [
                  {"behaviour": "One", "basis": "assumed", "comparison": {"confirmed": 2, "contradicted": 0, "witnesses": [1, 2]}},
                  {"behaviour": "Two", "basis": "observed", "comparison": {"confirmed": 0, "contradicted": 1, "witnesses": [3]}},
                  {"behaviour": "Three", "basis": "published"}
                ]}""")));
        tab.page().setViewportSize(1280, 800);
        tab.openSandbox(api.sandbox());
        tab.assertCount(".behaviour", 0);
        tab.page().locator("#comparison summary").scrollIntoViewIfNeeded();
        tab.screenshot("comparison-closed");

        tab.page().locator("#comparison summary").click();

        tab.assertShows(".totals", "2 of 3 behaviours compared: 1 contradicted, 1 confirmed");
        tab.assertCount(".behaviour", 2);
        tab.assertShows(".behaviour", "Two");
        assertThat(tab.page().locator("#upstream")).isHidden();
        tab.press("Refresh: Always succeeds");
        tab.assertSides("always-succeeds", "not started in 0.3 s", "not started in 1.3 s");
    }
}
