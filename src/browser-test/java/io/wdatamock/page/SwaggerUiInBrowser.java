package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** Swagger UI, opened from the live page: the first "Try it out" succeeds. */
@HttpTest
@BrowserTest
class SwaggerUiInBrowser {

    @Test
    void refreshCanBeTriedOutAtTheRoot(ApiClient api, Tab tab) {
        tab.open("/").awaitLive();
        refreshBySwaggerUi("default-of-swagger", api.in("default"), tab);
    }

    @Test
    void refreshCanBeTriedOutInASandbox(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        refreshBySwaggerUi("of-a-sandbox", api, tab);
    }

    private static void refreshBySwaggerUi(String connectionId, ApiClient api, Tab tab) {
        api.saveConnection("{\"connectionId\": \"%s\"}".formatted(connectionId));
        tab.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Swagger UI"))
                .click();
        Locator operation = tab.page().locator("[id$=refreshConnection]").first();
        operation.locator(".opblock-summary-control").click();
        operation.getByText("Try it out").click();
        operation.locator("[data-param-name=connectionId] input").fill(connectionId);
        operation.locator("button.execute").click();

        assertThat(operation
                        .locator(".live-responses-table .response-col_status")
                        .last())
                .containsText("200");
        assertThat(api.connection(connectionId).at("/body/lastRunJobId")).isNotEmpty();
    }
}
