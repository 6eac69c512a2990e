package io.wdatamock.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document with the figures, in which every benchmark has a section of its own between two marks. */
public final class Report {

    private static final Path DOCUMENT = Path.of("docs/performance.md");

    private Report() {}

    /** Puts text in the place of what the section held before. */
    public static void write(String section, String text) {
        Pattern between = Pattern.compile("(<!-- %1$s -->\n).*(<!-- /%1$s -->)".formatted(section), Pattern.DOTALL);
        try {
            String before = Files.readString(DOCUMENT);
            Matcher marks = between.matcher(before);
            if (!marks.find()) {
                throw new IllegalStateException(
                        "%s has no section between <!-- %2$s --> and <!-- /%2$s -->".formatted(DOCUMENT, section));
            }
            Files.writeString(DOCUMENT, marks.replaceFirst("$1" + Matcher.quoteReplacement(text) + "$2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
