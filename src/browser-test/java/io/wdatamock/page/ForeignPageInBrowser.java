package io.wdatamock.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of other origins must not reach the server, with and without the browser's own protection of local servers. */
@HttpTest
@BrowserTest
class ForeignPageInBrowser {

    private static final String EVIL = "http://evil.test/";
    private static final String FRIEND = "http://friend.test/";

    /** Chromium's handling of requests from web pages to this machine. */
    enum Protection {
        /** Sends the requests. */
        NONE,
        /** Treats the page as a public one, and blocks requests or asks the user. */
        LOCAL_NETWORK_ACCESS;

        List<String> options(String site) {
            return switch (this) {
                case NONE -> List.of("--disable-features=LocalNetworkAccessChecks");
                case LOCAL_NETWORK_ACCESS ->
                    List.of(
                            "--enable-features=LocalNetworkAccessChecks:LocalNetworkAccessChecksWarn/false",
                            "--ip-address-space-overrides=" + site + "=public");
            };
        }
    }

    /** The ways to send a request from a page, and their results as the page sees them. */
    private static final String ATTACKS = """
            async ([base, plain]) => {
              const seen = {};
              const attempt = async (name, action) => {
                try { seen[name] = String(await action()); } catch (e) { seen[name] = e.name; }
              };
              const loaded = element => new Promise(done => {
                element.onload = () => done("loaded");
                element.onerror = () => done("error");
                setTimeout(() => done("nothing"), 5000);
              });
              const added = (tag, properties) => {
                const element = Object.assign(document.createElement(tag), properties);
                const outcome = loaded(element);
                document.documentElement.append(element);
                return outcome;
              };
              const fault = JSON.stringify({effect: {type: "status", status: 500}});
              await attempt("fetch no-cors", () =>
                  fetch(`${base}/__mock/reset`, {method: "POST", mode: "no-cors"}).then(r => r.type));
              await attempt("fetch no-cors text", () =>
                  fetch(`${base}/__mock/faults`, {method: "POST", mode: "no-cors", body: fault}).then(r => r.type));
              await attempt("fetch cors", () => fetch(`${base}/__mock/requests`).then(r => r.text()));
              await attempt("fetch json", () => fetch(`${base}/__mock/faults`, {
                method: "POST", headers: {"Content-Type": "application/json"}, body: fault}).then(r => r.text()));
              await attempt("fetch keepalive", () =>
                  fetch(`${base}/__mock/reset`, {method: "POST", mode: "no-cors", keepalive: true}).then(r => r.type));
              await attempt("beacon", () => navigator.sendBeacon(`${base}/__mock/reset`));
              await attempt("beacon form", () => navigator.sendBeacon(`${base}/oauth2/token`,
                  new URLSearchParams({grant_type: "client_credentials", client_id: "a", client_secret: "b"})));
              await attempt("image", () => added("img", {src: `${base}-image/api/v1/connections`}));
              await attempt("script", () => added("script", {src: `${base}-script/api/v1/connections`}));
              await attempt("own script", () => added("script", {src: `${plain}/live/main.js`}));
              await attempt("style", () => added("link", {rel: "stylesheet", href: `${plain}/live/base.css`}));
              await attempt("event source", () => new Promise(done => {
                const events = new EventSource(`${base}-events/__mock/events`);
                events.onopen = () => done("open");
                events.onerror = () => { events.close(); done("error"); };
              }));
              await attempt("frame", () => added("iframe", {src: `${plain}/`}));
              await attempt("frame of Swagger UI", () => added("iframe", {src: `${plain}/swagger-ui/index.html`}));
              await attempt("frame of an operation", () => added("iframe", {src: `${base}-frame/api/v1/connections`}));
              await attempt("object", () => added("object", {data: `${base}-object/api/v1/connections`}));
              await attempt("form", () => {
                const form = Object.assign(document.createElement("form"),
                    {method: "post", action: `${base}/__mock/reset`, target: "hidden"});
                const frame = added("iframe", {name: "hidden"});
                document.documentElement.append(form);
                return frame.then(() => {
                  const outcome = loaded(document.querySelector("[name=hidden]"));
                  form.submit();
                  return outcome;
                });
              });
              return seen;
            }
            """;

    private static final String REBOUND = """
            async base => {
              const status = async (path, init) => (await fetch(base + path, init)).status;
              return [
                await status("/__mock/requests"),
                await status("/__mock/reset", {method: "POST"}),
                await status("/api/v1/connections", {headers: {Authorization: "Bearer any"}}),
                await status("/oauth2/token", {method: "POST", body: "grant_type=client_credentials"}),
                await status("/actuator/prometheus"),
                await status("/__mock/events")
              ].join();
            }
            """;

    private final ForeignSite site = new ForeignSite();
    /** The last status of every URL of the server that the browser received. */
    private final Map<String, Integer> responses = new ConcurrentSkipListMap<>();

    private @Nullable Chromium chromium;

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void pageOfAnotherSiteCannotChangeOrReadAnything(Protection protection, ApiClient api) {
        api.refresh("stuck").assertOk();
        String before = state(api);
        Page page = open(EVIL, protection, api);

        Object seen = page.evaluate(ATTACKS, List.of(base(api), api.host().toString()));

        assertThat(responses.values()).as("%s", responses).allMatch(status -> status == 403);
        assertThat(responses.containsKey(base(api) + "/__mock/reset"))
                .as("requests that Chromium sent: %s, responses: %s", seen, responses)
                .isEqualTo(protection == Protection.NONE);
        assertUntouched(before, api);
    }

    @ParameterizedTest
    @EnumSource
    void formPostIsRejected(Protection protection, ApiClient api) {
        api.refresh("stuck").assertOk();
        String before = state(api);
        Page page = open(EVIL, protection, api);

        Response response = page.waitForResponse(
                "**/__mock/reset",
                () -> page.evaluate(
                        "action => { const form = document.createElement('form');"
                                + " Object.assign(form, {method: 'post', action}); document.documentElement.append(form);"
                                + " form.submit(); }",
                        base(api) + "/__mock/reset"));

        assertThat(response.status()).isEqualTo(403);
        assertUntouched(before, api);
    }

    @ParameterizedTest
    @EnumSource
    void pageOfAReboundNameReadsNothing(Protection protection, ApiClient api) {
        api.refresh("stuck").assertOk();
        String before = state(api);
        Page page = browser(protection).newPage();

        Response response = page.navigate("http://evil.example:" + api.host().getPort() + "/");
        Object seen = page.evaluate(REBOUND, "/sandbox/" + api.sandbox());

        assertThat(response.status()).isEqualTo(421);
        assertThat(seen).isEqualTo("421,421,421,421,421,421");
        assertUntouched(before, api);
    }

    @ParameterizedTest
    @EnumSource
    void linkToTheLivePageAndSwaggerUiWorks(Protection protection, ApiClient api) {
        Page page = open(EVIL, protection, api);
        page.evaluate("address => { location.href = address; }", base(api) + "/");
        assertThat(page.locator("#link")).hasText("Live");

        page.navigate(EVIL);
        page.evaluate("address => { location.href = address; }", base(api) + "/swagger-ui.html");
        assertThat(page.locator("[id$=refreshConnection]").first()).isVisible();
    }

    @Nested
    @HttpTest(properties = "wdata-mock.cors.origins=http://friend.test")
    @BrowserTest
    class WithAnAllowedOriginInBrowser {

        @Test
        void pageOfTheAllowedOriginMayCall(ApiClient api) {
            Page page = open(FRIEND, Protection.NONE, api);

            Object status = page.evaluate("""
                    async url => {
                      const headers = {Authorization: "Bearer any", "Content-Type": "application/json"};
                      const response = await fetch(url, {method: "POST", headers, body: "{}"});
                      return response.status + " " + (await response.json()).code;
                    }""", base(api) + "/api/v1/connections/stuck/refresh");

            assertThat(status).isEqualTo("200 200");
            api.status("stuck").assertOk();
        }

        @Test
        void otherPagesMayNotCall(ApiClient api) {
            api.refresh("stuck").assertOk();
            String before = state(api);
            Page page = open(EVIL, Protection.NONE, api);

            page.evaluate(ATTACKS, List.of(base(api), api.host().toString()));

            assertThat(responses.values()).as("%s", responses).containsOnly(403);
            assertUntouched(before, api);
        }

        @Test
        void livePageStillWorks(ApiClient api) {
            Page page = browser(Protection.NONE).newPage();
            page.navigate(base(api) + "/");
            assertThat(page.locator("#link")).hasText("Live");

            page.getByText("Refresh: Always succeeds")
                    .or(page.getByLabel("Refresh: Always succeeds"))
                    .first()
                    .click();

            assertThat(page.locator(".run")).hasCount(1);
        }
    }

    private Page open(String address, Protection protection, ApiClient api) {
        Page page = browser(protection).newPage();
        page.onResponse(response -> {
            if (response.url().startsWith(api.host().toString())) {
                responses.put(response.url(), response.status());
            }
        });
        page.navigate(address);
        return page;
    }

    private Browser browser(Protection protection) {
        String names = "MAP evil.test:80 %s, MAP friend.test:80 %s, MAP evil.example 127.0.0.1"
                .formatted(site.address(), site.address());
        List<String> options = new ArrayList<>(List.of("--host-resolver-rules=" + names));
        options.addAll(protection.options(site.address()));
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        chromium = new Chromium(Chromium.find().orElseThrow(), options);
        return chromium.browser();
    }

    private static String base(ApiClient api) {
        return api.host() + "/sandbox/" + api.sandbox();
    }

    private static String state(ApiClient api) {
        return api.get("/__mock/requests").send().text()
                + api.get("/__mock/faults").send().text();
    }

    private static void assertUntouched(String before, ApiClient api) {
        assertThat(state(api)).isEqualTo(before);
        assertThat(api.root().request("GET", "/__mock/sandboxes").send().text()).doesNotContain(api.sandbox() + "-");
        api.status("stuck").assertOk();
    }
}
