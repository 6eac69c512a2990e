package io.wdatamock.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser tab with the live page. */
final class Tab implements AutoCloseable {

    private static final int PATIENCE = 30_000;
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));
    /** The browser's own console message about an error response; tests assert errors themselves. */
    private static final String ERROR_RESPONSE = "Failed to load resource";

    private final URI host;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Tab(Browser browser, URI host) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.host = host;
        this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            boolean serious = message.type().equals("error") || message.type().equals("warning");
            if (serious && !message.text().startsWith(ERROR_RESPONSE)) {
                complaints.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Opens the page of a sandbox and waits until it is connected. */
    Tab openSandbox(String sandbox) {
        return open("/sandbox/" + sandbox + "/").awaitLive();
    }

    /** Opens a path below the server's root. */
    Tab open(String path) {
        return go(host.resolve(path));
    }

    Tab go(URI address) {
        page.navigate(address.toString());
        return this;
    }

    Tab awaitLive() {
        PlaywrightAssertions.assertThat(page.locator("#link")).hasText("Live");
        PlaywrightAssertions.assertThat(page.locator(".connection").first()).isVisible();
        return this;
    }

    /** Presses the button with this name. */
    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** The row of the connection with this ID. */
    Locator connection(String connectionId) {
        return page.locator(".connection")
                .filter(new Locator.FilterOptions().setHas(page.getByText(connectionId, exactly())));
    }

    /** Asserts the statuses of a connection's newest run. */
    void assertSides(String connectionId, String source, String destination) {
        Locator row = connection(connectionId);
        PlaywrightAssertions.assertThat(row.locator(".side-of.source .status")).hasText(source);
        PlaywrightAssertions.assertThat(row.locator(".side-of.destination .status"))
                .hasText(destination);
    }

    void assertShows(String selector, String text) {
        PlaywrightAssertions.assertThat(page.locator(selector).first()).containsText(text);
    }

    void assertCount(String selector, int count) {
        PlaywrightAssertions.assertThat(page.locator(selector)).hasCount(count);
    }

    /** Writes a screenshot. */
    void screenshot(String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Asserts that the browser reported no script errors and no violations of the page's policy. */
    void assertNoBrowserErrors() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
