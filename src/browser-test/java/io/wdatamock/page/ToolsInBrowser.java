package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page changes besides runs and faults: settings, scripts, connections, batches and snapshots; and links. */
@HttpTest
@BrowserTest
class ToolsInBrowser {

    @Test
    void settingsAreChanged(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.page().locator("#settings").click();
        tab.page().locator("[name=validation]").selectOption("strict");
        tab.page().locator("[name=requests]").fill("7");
        tab.page().locator("[name=per]").fill("1m");
        tab.screenshot("settings");
        tab.press("Set settings");

        tab.assertShows("dialog [role=status]", "Saved.");
        assertThat(api.get("/__mock/settings").send().text())
                .contains("\"validation\":\"strict\"", "{\"requests\":7,\"per\":\"PT1M\",\"by\":\"sandbox\"}");

        tab.page().locator("[name=per]").fill("2d");
        tab.press("Set settings");
        tab.assertShows("dialog > .error-text", "from PT1S to");
    }

    @Test
    void stepsOfAScriptAreAddedMovedAndRemoved(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Script: Instant");
        Locator steps = tab.connection("instant").locator(".step");
        tab.press("Add a step");
        steps.nth(1).locator("[data-part=outcome]").selectOption("fail_source");
        steps.nth(1).locator("summary").click();
        steps.nth(1).locator("[data-part=error]").fill("Quota <exceeded>");
        steps.nth(1).locator("[data-part=sourceMetadata]").fill("{\"rowsRead\": 12}");
        tab.press("Add a step");
        steps.nth(2).locator("[data-part=outcome]").selectOption("cancel_source");
        tab.screenshot("sequence");
        tab.press("Move up: step 2");
        tab.press("Remove: step 2");
        tab.press("Set script");

        assertThat(tab.connection("instant").locator(".script-line"))
                .hasText("Fails at the source after 1.25 s, then is cancelled at the source");
        assertThat(api.get("/__mock/connections/instant").send().text())
                .contains("\"error\":\"Quota <exceeded>\",\"sourceMetadata\":{\"rowsRead\":12}");

        steps.nth(0).locator("[data-part=sourceMetadata]").fill("{");
        tab.press("Set script");
        tab.assertShows(".script [data-part=result]", "sourceMetadata is not JSON");
    }

    @Test
    void connectionIsAdded(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.press("Add");
        tab.page().locator("[name=connectionId]").fill("payroll");
        tab.page().locator("dialog [name=name]").fill("<b>Payroll</b>");
        tab.page().locator("dialog [name=access]").selectOption("locked");
        tab.press("Add connection");

        assertThat(tab.connection("payroll").locator("h3")).hasText("<b>Payroll</b>");
        tab.assertShows("#connections .count", "24");
        tab.assertCount("dialog.tool", 0);
    }

    @Test
    void selectedConnectionsAreRefreshedAsABatch(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        for (String name : List.of("Slow", "Always succeeds")) {
            tab.page().getByLabel("Select for a batch: " + name).check();
        }
        tab.assertShows(".selection", "2 selected");
        tab.press("Start batch");

        tab.assertSides("slow", "not started in 5.0 s", "not started in 30 s");
        tab.assertShows(".request", "refreshBatch");
        assertThat(tab.page().locator(".selection")).isHidden();

        tab.page().getByLabel("Select for a batch: Slow").check();
        tab.press("Start batch");
        tab.assertShows("#toast", "409");
    }

    @Test
    void snapshotIsSavedAndLoaded(ApiClient api, Tab tab, @TempDir Path directory) {
        api.refresh("stuck").assertOk();
        tab.openSandbox(api.sandbox());
        tab.page().locator("#settings").click();
        Download download = tab.page().waitForDownload(() -> tab.press("Save to a file"));
        Path file = directory.resolve("snapshot.json");
        download.saveAs(file);
        api.post("/__mock/reset").send();
        tab.assertCount(".run", 0);

        tab.page().locator("dialog [type=file]").setInputFiles(file);

        tab.assertCount(".run", 1);
        tab.assertCount("dialog.tool", 0);
    }

    @Test
    void journalIsFilteredByTextStatusAndFault(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        api.refresh("instant").assertOk();
        api.refresh("locked");
        api.refresh("server-error");
        tab.assertCount(".request", 3);
        Locator filter = tab.page().locator(".journal-filter");

        filter.locator("[name=status]").selectOption("4");
        tab.assertCount(".request", 1);
        tab.assertShows(".request", "423");
        filter.locator("[name=status]").selectOption("");
        filter.locator("[name=fault]").check();
        tab.assertCount(".request", 1);
        tab.assertShows(".request", "500");
        filter.locator("[name=fault]").uncheck();
        filter.locator("[name=text]").fill("TOOK script");
        tab.assertCount(".request", 1);
        tab.assertShows("#journal .count", "1 of 3");
    }

    @Test
    void entryIsCopiedAsCurl(ApiClient api, Tab tab) {
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        tab.openSandbox(api.sandbox());
        api.refresh("slow", "{\"sourceParameters\": {\"name\": \"it's\"}}").assertOk();
        tab.page().locator(".request summary").first().click();
        tab.press("Copy as curl");

        tab.assertShows(".request-body .button", "Copied");
        assertThat((String) tab.page().evaluate("() => navigator.clipboard.readText()"))
                .startsWith("curl -g -X POST '" + api.host() + "/sandbox/" + api.sandbox()
                        + "/api/v1/connections/slow/refresh'")
                .contains("-H 'Authorization: Bearer any'")
                .endsWith("--data-raw '{\"sourceParameters\": {\"name\": \"it'\\''s\"}}'");
    }

    @Test
    void linkLeadsToAConnection(ApiClient api, Tab tab) {
        tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        tab.openSandbox(api.sandbox());
        tab.press("More: Unwritable");
        tab.page().getByRole(AriaRole.MENUITEM).last().click();
        String link = (String) tab.page().evaluate("() => navigator.clipboard.readText()");
        assertThat(link).endsWith("/sandbox/" + api.sandbox() + "/#connection=unwritable");

        tab.page().navigate("about:blank");
        tab.page().navigate(link);
        assertThat(tab.connection("unwritable")).hasAttribute("data-linked", "true");
        assertThat(tab.page().getByLabel("Refresh: Unwritable")).isFocused();
    }

    @Test
    void chartStaysInViewWhenALowRowIsRefreshed(ApiClient api, Tab tab) {
        tab.page().setViewportSize(1280, 800);
        tab.openSandbox(api.sandbox());
        tab.page().evaluate("() => window.scrollTo(0, document.documentElement.scrollHeight)");
        tab.page().locator(".connection [data-part=refresh]").last().click();

        assertThat(tab.page().locator(".hero .stages")).isInViewport();
        assertThat(tab.page().locator("#clock time")).isInViewport();
        assertThat((int) tab.page().evaluate("() => document.getElementById('clock').offsetHeight"))
                .isLessThan(70);
        tab.screenshot("low-row");
    }
}
