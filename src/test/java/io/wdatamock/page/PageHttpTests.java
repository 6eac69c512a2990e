package io.wdatamock.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the live page is served, at the base URL of every sandbox. */
@HttpTest
class PageHttpTests {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(live/[^\"#]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sandbox/ci-42/"})
    void pageIsAtTheBaseUrl(String path, Api api) {
        Answer answer = api.outside("GET", path).without("Authorization").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.text()).contains("<title>wdata-mock</title>");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "?run=job-1&x, ?run=job-1&x"})
    void sandboxWithoutASlashLeadsThereRelatively(String query, String kept, Api api) {
        Answer answer = api.outside("GET", "/sandbox/ci-42" + query).send();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("ci-42/" + kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sandbox/ci-42"})
    void everythingThatThePageNamesIsThere(String base, Api api) {
        Matcher references =
                REFERENCE.matcher(api.outside("GET", base + "/").send().text());
        List<String> names = references.results().map(found -> found.group(1)).toList();

        assertThat(names).contains("live/main.js", "live/base.css", "live/icon.svg");
        assertThat(names)
                .allSatisfy(name -> assertThat(
                                api.outside("GET", base + "/" + name).send().status())
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"main.js, text/javascript", "base.css, text/css", "icon.svg, image/svg+xml"})
    void filesHaveTheirTypes(String name, String type, Api api) {
        Answer answer = api.outside("GET", "/live/" + name).send();

        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live/main.js"})
    void browserAsksWhetherWhatItHasIsStillRight(String path, Api api) {
        Answer first = api.outside("GET", path).send();
        String tag = first.header("ETag");

        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        Answer again = api.outside("GET", path).header("If-None-Match", tag).send();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(api.outside("GET", path)
                        .header("If-None-Match", "\"other\"")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live/main.js"})
    void headIsAnsweredWithoutABody(String path, Api api) {
        Answer answer = api.outside("HEAD", path).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("ETag"))
                .isEqualTo(api.outside("GET", path).send().header("ETag"));
    }

    @Test
    void nothingMayBeWrittenIntoThePage(Api api) {
        Answer answer = api.outside("GET", "/").send();

        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
                .endsWith("base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.text())
                .doesNotContain("<style", " style=", " onclick=")
                .doesNotContainPattern("<script>");
    }

    @Test
    void lookingAtThePageTouchesNoSandbox(Api api) {
        api.outside("GET", "/sandbox/only-looked-at/").send();
        api.outside("GET", "/sandbox/only-looked-at").send();
        api.outside("GET", "/sandbox/only-looked-at/live/main.js").send();
        api.get("/").send();

        assertThat(api.outside("GET", "/__mock/sandboxes").send().text()).doesNotContain("only-looked-at");
        assertThat(api.get("/__mock/requests").send().at("/total")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/live/", "/live/nothing.js", "/live/../index.html", "/live", "/index.html", "/page/index.html"})
    void otherPathsAreUnknownAsEver(String path, Api api) {
        Answer answer = api.outside("GET", path).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/code")).isEqualTo("404");
        assertThat(answer.at("/body")).startsWith("There is no route GET " + path + ";");
    }

    @Test
    void whatAClientSendsToTheBaseUrlByMistakeIsInItsJournal(Api api) {
        Answer answer = api.post("/").json("{}").send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
        assertThat(answer.at("/code")).isEqualTo("405");
        assertThat(api.get("/__mock/requests").send().at("/requests/0/status")).isEqualTo("405");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/-wrong/", "/sandbox/-wrong", "/sandbox//", "/sandbox/"})
    void sandboxThatCannotBeHasNoPage(String path, Api api) {
        Answer answer = api.outside("GET", path).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/details/0/target")).isEqualTo("sandbox");
    }

    @Nested
    @HttpTest(properties = "server.servlet.context-path=/mock")
    class BelowAContextPath {

        @ParameterizedTest
        @ValueSource(strings = {"/mock/", "/mock/sandbox/ci-42/", "/mock/live/main.js"})
        void pageIsThere(String path, Api api) {
            assertThat(api.outside("GET", path).send().status()).isEqualTo(200);
        }

        @Test
        void sandboxWithoutASlashLeadsThereRelatively(Api api) {
            assertThat(api.outside("GET", "/mock/sandbox/ci-42").send().header("Location"))
                    .isEqualTo("ci-42/");
        }
    }
}
