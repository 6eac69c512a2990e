package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reset of a sandbox, and navigation between sandboxes. */
@HttpTest
@BrowserTest
class SandboxInBrowser {

    @Test
    void resetDeletesEverythingAfterConfirmation(ApiClient api, Tab tab) {
        api.refresh("stuck").assertOk();
        tab.openSandbox(api.sandbox());
        tab.assertCount(".run", 1);

        tab.press("Reset");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("Reset sandbox " + api.sandbox() + "?");
        tab.press("Cancel");
        tab.assertCount(".run", 1);

        tab.press("Reset");
        tab.page().locator("dialog button.solid").click();
        tab.assertCount(".run", 0);
        tab.assertCount(".request", 0);
        tab.assertSides("stuck", "never run", "");
        tab.assertShows("#clock .mode", "Running");
    }

    @Test
    void resetByAnotherClientIsShown(ApiClient api, Tab tab) {
        api.refresh("stuck").assertOk();
        tab.openSandbox(api.sandbox());
        tab.assertCount(".run", 1);

        api.post("/__mock/reset").send();

        tab.assertCount(".run", 0);
    }

    @Test
    void sandboxesAreIsolated(ApiClient api, Tab tab) {
        String other = api.sandbox() + "-other";
        api.in(other).refresh("stuck").assertOk();
        tab.openSandbox(api.sandbox());
        tab.assertSides("stuck", "never run", "");

        tab.page().locator("#sandboxes summary").click();
        tab.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(other).setExact(true))
                .click();

        tab.awaitLive();
        assertThat(tab.page()).hasURL(Pattern.compile("/sandbox/" + other + "/$"));
        tab.assertSides("stuck", "not started in 0.3 s", "not started");
        assertThat(tab.page()).hasTitle(other + " · wdata-mock");
    }

    @Test
    void newSandboxIsOpenedByItsName(ApiClient api, Tab tab) {
        String name = api.sandbox() + "-new";
        tab.openSandbox(api.sandbox());

        tab.page().locator("#sandboxes summary").click();
        tab.page().getByLabel("Open another").fill(name);
        tab.press("Open");

        assertThat(tab.page()).hasURL(Pattern.compile("/sandbox/" + name + "/$"));
        tab.awaitLive();
        tab.assertCount(".connection", 23);
    }

    @Test
    void defaultSandboxIsAtTheRoot(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());

        tab.page().locator("#sandboxes summary").click();
        tab.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("default").setExact(true))
                .click();

        assertThat(tab.page()).hasURL(Pattern.compile(":\\d+/$"));
        tab.awaitLive().assertShows("#sandboxes summary", "default");
    }

    @Test
    void invalidSandboxNameIsRejected(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());

        tab.page().locator("#sandboxes summary").click();
        tab.page().getByLabel("Open another").fill("-wrong");
        tab.press("Open");

        assertThat(tab.page()).hasURL(Pattern.compile("/sandbox/" + api.sandbox() + "/$"));
    }
}
