package io.wdatamock.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and when something was measured. */
public final class Machine {

    private static final double GIB = 1L << 30;

    private Machine() {}

    /** A sentence for the report. */
    public static String describe() {
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
