package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The page behind a proxy with a path prefix, and during an outage of the server. */
@HttpTest
@BrowserTest
class ProxiedInBrowser {

    @Test
    void worksBelowThePrefixOfAProxy(ApiClient api, Tab tab) {
        try (Proxy proxy = new Proxy(api.host(), "/tools/mock")) {
            String sandbox = "/sandbox/" + api.sandbox();
            tab.go(proxy.address(sandbox)).awaitLive();
            assertThat(tab.page()).hasURL(proxy.address(sandbox + "/").toString());
            tab.press("Refresh: Always succeeds");
            tab.press("+10 s");
            tab.assertSides("always-succeeds", "complete", "complete");

            tab.page().locator("#sandboxes summary").click();
            tab.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("default").setExact(true))
                    .click();
            assertThat(tab.page()).hasURL(Pattern.compile("/tools/mock/$"));
            tab.awaitLive();
        }
    }

    @Test
    void outageIsReportedAndRecovered(ApiClient api, Tab tab) {
        try (Proxy proxy = new Proxy(api.host(), "")) {
            tab.go(proxy.address("/sandbox/" + api.sandbox() + "/")).awaitLive();

            proxy.stop();
            tab.assertShows("#link", "Reconnecting");
            tab.assertShows("#notice", "The server does not respond");
            assertThat(tab.connection("slow")).isVisible();
            tab.screenshot("reconnecting");
            api.refresh("slow").assertOk();

            proxy.restart();
            tab.awaitLive();
            assertThat(tab.page().locator("#notice")).isHidden();
            tab.assertSides("slow", "not started in 5.0 s", "not started in 30 s");
        }
    }

    @Nested
    @HttpTest(properties = "server.servlet.context-path=/mock")
    @BrowserTest
    class BelowAContextPathInBrowser {

        @Test
        void works(ApiClient api, Tab tab) {
            tab.open("/mock").awaitLive();
            tab.open("/mock/sandbox/" + api.sandbox()).awaitLive();

            tab.press("Refresh: Always succeeds");
            tab.press("+10 s");

            tab.assertSides("always-succeeds", "complete", "complete");
        }
    }
}
