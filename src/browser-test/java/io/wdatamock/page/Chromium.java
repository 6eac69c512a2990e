package io.wdatamock.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed Chromium, started once for all tests. */
final class Chromium implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            // CI runs as root, where Chromium needs this; it opens only pages of the tests.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright = Playwright.create();
    private final Browser browser;

    Chromium(Path executable) {
        this(executable, List.of());
    }

    /** Starts a browser with additional options. */
    Chromium(Path executable, List<String> options) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(Stream.concat(OPTIONS.stream(), options.stream())
                                .toList()));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** Returns the path of the environment variable CHROMIUM, or of an installed package. */
    static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        Stream<String> usual = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        return (named == null ? usual : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
