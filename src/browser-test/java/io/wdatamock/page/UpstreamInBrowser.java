package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.upstream.SecondMock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** The page of a mock that forwards requests to a real service, which a second mock plays. */
@HttpTest
@BrowserTest
class UpstreamInBrowser {

    private static final SecondMock SERVICE = new SecondMock();

    private ApiClient service = SERVICE.sandbox();

    @DynamicPropertySource
    static void upstream(DynamicPropertyRegistry settings) {
        settings.add("wdata-mock.upstream.url", SERVICE::url);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @BeforeEach
    void reset() {
        service = SERVICE.reset();
    }

    @Test
    void bannerNamesTheServiceAndStaysInView(ApiClient api, Tab tab) {
        tab.page().setViewportSize(1280, 800);
        tab.openSandbox(api.sandbox());
        Locator banner = tab.page().locator("#upstream");
        assertThat(banner.locator("h1")).hasText("Requests are forwarded to the real service " + SERVICE.url() + ".");
        tab.screenshot("upstream-idle");

        tab.page().evaluate("() => window.scrollTo(0, document.documentElement.scrollHeight)");
        assertThat(tab.connection("slow")).isVisible();
        assertThat(banner).isInViewport();
    }

    @Test
    void pageStartsNoRefreshOfTheService(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());

        assertThat(tab.page()
                        .locator("#connections")
                        .getByText("These connections are the mock’s own and are not used."))
                .isVisible();
        List.of("#hero", "#runs", "#settings", "[data-part=next]", "[data-part=add]", ".connection input")
                .forEach(part -> assertThat(tab.page().locator(part).first()).isHidden());
        tab.assertCount(".connection button:visible", 0);
        assertThat(tab.page().evaluate("""
                async () => {
                  const {refresh, refreshBatch} = await import(new URL("live/api.js", document.baseURI));
                  const attempts = await Promise.allSettled([refresh("instant"), refreshBatch(["instant"])]);
                  return attempts.map(attempt => attempt.reason.message.split(":")[0]).join();
                }""")).asString().contains("this page starts no refreshes");
        assertThat(service.get("/__mock/requests").send().at("/total")).isEqualTo("0");
    }

    @Test
    void faultsAndTheSearchWork(ApiClient api, Tab tab) {
        tab.openSandbox(api.sandbox());
        tab.page().locator("#faults").click();
        tab.press("Add fault");
        tab.press("Close");
        api.refresh("instant").assertStatus(503);
        api.refresh("instant").assertOk();
        tab.assertCount(".request", 2);

        tab.page().locator(".journal-filter [name=text]").fill("answered by the upstream");

        tab.assertCount(".request", 1);
        tab.assertShows(".request", "200");
    }

    @Test
    void contradictionsComeFirst(ApiClient api, Tab tab) {
        tab.page().setViewportSize(1280, 800);
        tab.openSandbox(api.sandbox());
        tab.assertShows("#comparison .totals", "No response has been compared yet.");
        contradictNulls(api);

        tab.assertShows("#comparison .totals", ": 1 contradicted, ");
        Locator first = tab.page().locator(".behaviour").first();
        assertThat(first.locator(".status")).hasText("contradicted");
        assertThat(first).containsText("A field without a value is omitted");
        assertThat(first.locator(".facts"))
                .hasText("all operations · assumed · contradicted 2 times, confirmed once request 2 request 3");
        assertThat(tab.page().locator(".behaviour").nth(1).locator(".status")).hasText("confirmed");
        tab.screenshot("upstream");
    }

    @Test
    void witnessLeadsToItsRequest(ApiClient api, Tab tab) {
        tab.page().setViewportSize(1280, 800);
        tab.openSandbox(api.sandbox());
        contradictNulls(api);
        tab.page().locator(".journal-filter [name=text]").fill("refreshConnection");
        tab.assertCount(".request", 1);

        Locator witness = tab.page().locator(".witnesses a").first();
        witness.click();
        assertMarked(tab, "2, took");
        tab.screenshot("upstream-witness");
        tab.page().locator("#journal .request[data-linked] summary").click();
        witness.click();
        assertMarked(tab, "2, took");

        tab.page().evaluate("() => location.assign('#request=999')");
        tab.assertShows("#toast", "Request 999 is no longer stored.");
        witness.click();
        assertThat(tab.page().locator("#toast")).isHidden();
    }

    private static void assertMarked(Tab tab, String number) {
        Locator marked = tab.page().locator("#journal .request[data-linked]");
        assertThat(marked).containsText(number);
        assertThat(marked.locator(".request-body")).isInViewport();
        assertThat(marked.locator("summary")).isFocused();
    }

    @Test
    void comparisonIsReadOnlyWhileItIsOpen(ApiClient api, Tab tab) {
        List<String> reads = new CopyOnWriteArrayList<>();
        tab.page().onRequest(request -> {
            if (request.url().endsWith("/__mock/fidelity")) {
                reads.add(request.url());
            }
        });
        tab.openSandbox(api.sandbox());
        Locator summary = tab.page().locator("#comparison summary");
        summary.click();
        contradictNulls(api);
        tab.assertCount(".request", 3);
        awaitReloads(tab);
        assertThat(reads).hasSize(1);

        summary.click();

        tab.assertShows("#comparison .totals", ": 1 contradicted, ");
        awaitReloads(tab);
        assertThat(reads).hasSize(2);
    }

    /** Waits until reloads that were scheduled before have begun. */
    private static void awaitReloads(Tab tab) {
        tab.page().evaluate("""
                async () => {
                  const {coalesced} = await import(new URL("live/coalesced.js", document.baseURI));
                  await new Promise(done => coalesced(async () => done())());
                }""");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "1280, DARK"})
    void axeFindsNothingAndNothingIsTooWide(int width, ColorScheme scheme, ApiClient api, Tab tab) {
        tab.page().setViewportSize(width, 800);
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        tab.openSandbox(api.sandbox());
        contradictNulls(api);
        tab.page().locator(".witnesses a").first().click();
        tab.screenshot("upstream-" + width);

        assertThat(new AxeBuilder(tab.page()).analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        assertThat(tab.page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(width);
    }

    /** Sends three requests, of which the last two contradict one behaviour. */
    private static void contradictNulls(ApiClient api) {
        api.refresh("instant").assertOk();
        SERVICE.change((path, response) -> ((ObjectNode) response.path("body")).putNull("error"));
        api.status("instant");
        api.status("instant");
    }
}
