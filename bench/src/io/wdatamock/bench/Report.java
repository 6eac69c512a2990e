package io.wdatamock.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures in docs/performance.md, in which every benchmark has a section between two comments. */
public final class Report {

    private static final Path DOCUMENT = Path.of("docs/performance.md");
    private static final double GIB = 1L << 30;

    private Report() {}

    /** Replaces the text of a section. */
    public static void write(String section, String text) {
        Pattern between = Pattern.compile("(<!-- %1$s -->\n).*(<!-- /%1$s -->)".formatted(section), Pattern.DOTALL);
        try {
            Matcher comments = between.matcher(Files.readString(DOCUMENT));
            if (!comments.find()) {
                throw new IllegalStateException("%s has no section %s".formatted(DOCUMENT, section));
            }
            Files.writeString(DOCUMENT, comments.replaceFirst("$1" + Matcher.quoteReplacement(text) + "$2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence about the date, the machine and the Java of the measurement. */
    public static String machine() {
        return "Measured on %s: %s, %d processors, %.0f GiB, Linux %s, Java %s (%s)."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        value("/proc/cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) * 1024 / GIB,
                        System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.vendor"));
    }

    /** The median, which outliers do not affect. */
    public static double median(Collection<? extends Number> measurements) {
        double[] sorted =
                measurements.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String value(String file, String key) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
