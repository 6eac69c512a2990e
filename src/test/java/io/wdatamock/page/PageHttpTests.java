package io.wdatamock.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The live page at the base URL of every sandbox. */
@HttpTest
class PageHttpTests {

    private static final Pattern MARKDOWN_LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(live/[^\"#]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sandbox/ci-42/"})
    void pageIsAtTheBaseUrl(String path, ApiClient api) {
        ApiResponse response = api.root().get(path).without("Authorization").assertStatus(200);
        assertThat(response.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.text()).contains("<title>wdata-mock</title>");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "?run=job-1&x, ?run=job-1&x"})
    void sandboxWithoutASlashLeadsThereRelatively(String query, String kept, ApiClient api) {
        ApiResponse response = api.root().get("/sandbox/ci-42" + query).assertStatus(302);
        assertThat(response.header("Location")).isEqualTo("ci-42/" + kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sandbox/ci-42"})
    void allResourcesOfThePageExist(String base, ApiClient api) {
        Matcher references = REFERENCE.matcher(api.root().get(base + "/").send().text());
        List<String> names = references.results().map(found -> found.group(1)).toList();

        assertThat(names).contains("live/main.js", "live/base.css", "live/icon.svg");
        assertThat(names)
                .allSatisfy(name -> assertThat(
                                api.root().get(base + "/" + name).send().status())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"main.js, text/javascript", "base.css, text/css", "icon.svg, image/svg+xml"})
    void filesHaveTheirTypes(String name, String type, ApiClient api) {
        ApiResponse response = api.root().get("/live/" + name).send();

        assertThat(response.header("Content-Type")).isEqualTo(type);
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live/main.js"})
    void browserRevalidatesCachedFiles(String path, ApiClient api) {
        ApiResponse first = api.root().get(path).send();
        String tag = first.header("ETag");

        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        ApiResponse again = api.root().get(path).header("If-None-Match", tag).assertStatus(304);
        assertThat(again.text()).isEmpty();
        api.root().get(path).header("If-None-Match", "\"other\"").assertStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sandbox/ci-42"})
    void allLinksForLanguageModelsExist(String base, ApiClient api) {
        ApiResponse text = api.root().get(base + "/llms.txt").assertStatus(200);

        assertThat(text.header("Content-Type")).isEqualTo("text/plain");
        List<String> links = MARKDOWN_LINK
                .matcher(text.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(links)
                .hasSizeGreaterThan(4)
                .allSatisfy(link -> api.root().get(base + "/" + link).assertStatus(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live/main.js"})
    void headReturnsNoBody(String path, ApiClient api) {
        ApiResponse response = api.root().request("HEAD", path).assertStatus(200);
        assertThat(response.text()).isEmpty();
        assertThat(response.header("ETag"))
                .isEqualTo(api.root().get(path).send().header("ETag"));
    }

    @Test
    void pageForbidsInjectedScripts(ApiClient api) {
        ApiResponse response = api.root().get("/").send();

        assertThat(response.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
                .endsWith("base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.text())
                .doesNotContain("<style", " style=", " onclick=")
                .doesNotContainPattern("<script>");
    }

    @Test
    void pageDoesNotCreateASandbox(ApiClient api) {
        api.root().get("/sandbox/only-looked-at/").send();
        api.root().get("/sandbox/only-looked-at").send();
        api.root().get("/sandbox/only-looked-at/live/main.js").send();
        api.root().get("/sandbox/only-looked-at/llms.txt").send();
        api.get("/").send();

        assertThat(api.root().get("/__mock/sandboxes").send().text()).doesNotContain("only-looked-at");
        assertThat(api.get("/__mock/requests").send().at("/total")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/live/", "/live/nothing.js", "/live/../index.html", "/live", "/index.html", "/page/index.html"})
    void otherPathsAreNotFound(String path, ApiClient api) {
        ApiResponse response = api.root().get(path).assertStatus(404);
        assertThat(response.at("/code")).isEqualTo("404");
        assertThat(response.at("/body")).startsWith("There is no route GET " + path + ";");
    }

    @Test
    void requestsToTheBaseUrlAreJournaled(ApiClient api) {
        ApiResponse response = api.post("/").json("{}").assertStatus(405);
        assertThat(response.header("Allow")).isEqualTo("GET");
        assertThat(response.at("/code")).isEqualTo("405");
        assertThat(api.get("/__mock/requests").send().at("/requests/0/status")).isEqualTo("405");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/-wrong/", "/sandbox/-wrong", "/sandbox//", "/sandbox/"})
    void invalidSandboxNameHasNoPage(String path, ApiClient api) {
        ApiResponse response = api.root().get(path).assertStatus(400);
        assertThat(response.at("/details/0/target")).isEqualTo("sandbox");
    }

    @Nested
    @HttpTest(properties = "server.servlet.context-path=/mock")
    class BelowAContextPath {

        @ParameterizedTest
        @ValueSource(strings = {"/mock/", "/mock/sandbox/ci-42/", "/mock/live/main.js"})
        void pageIsServed(String path, ApiClient api) {
            api.root().get(path).assertStatus(200);
        }

        @Test
        void sandboxWithoutASlashLeadsThereRelatively(ApiClient api) {
            assertThat(api.root().get("/mock/sandbox/ci-42").send().header("Location"))
                    .isEqualTo("ci-42/");
        }
    }
}
