package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The page of a server whose control API or operations need a token. */
class AccessInBrowser {

    @Nested
    @HttpTest(properties = "wdata-mock.control.token=s3cret")
    @BrowserTest
    class LockedInBrowser {

        @Test
        void tokenIsRequestedAndStored(ApiClient api, Tab tab) {
            tab.open("/sandbox/" + api.sandbox() + "/").assertShows("#notice", "The control API is locked");
            assertThat(tab.page().locator("main")).isHidden();
            tab.screenshot("locked");

            tab.page().getByLabel("Token of the control API").fill("wrong");
            tab.press("Unlock");
            tab.assertShows("#notice", "Wrong token.");

            tab.page().getByLabel("Token of the control API").fill("s3cret");
            tab.press("Unlock");
            tab.awaitLive();
            tab.press("Refresh: Instant");
            tab.assertSides("instant", "complete", "complete");

            tab.page().reload();
            tab.awaitLive();
        }
    }

    @Nested
    @HttpTest(properties = "wdata-mock.control.enabled=false")
    @BrowserTest
    class DisabledInBrowser {

        @Test
        void pageReportsItAndLinksToSwaggerUi(Tab tab) {
            tab.open("/").assertShows("#notice", "The control API is disabled");
            assertThat(tab.page().locator("main")).isHidden();
            tab.screenshot("switched-off");

            tab.page()
                    .getByText("Swagger UI", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(tab.page().locator(".opblock").first()).isVisible();
        }
    }

    @Nested
    @HttpTest
    @BrowserTest
    class IssuedInBrowser {

        @Test
        void refreshRequestsATokenIfNeeded(ApiClient api, Tab tab) {
            api.changeSettings("{\"auth\": \"issued\"}");
            tab.openSandbox(api.sandbox());

            tab.press("Refresh: Instant");

            tab.assertSides("instant", "complete", "complete");
        }
    }
}
