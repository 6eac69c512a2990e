package io.wdatamock.ops;

import io.wdatamock.config.WdataMockProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Writes the server's port to a file once the server accepts requests, for processes that start it on port 0. The file
 * appears in one step, so a reader finds either no file or the whole number.
 */
@Component
final class PortFile {

    private final @Nullable Path file;
    private final Environment environment;

    PortFile(WdataMockProperties properties, Environment environment) {
        this.file = properties.portFile();
        this.environment = environment;
        if (file != null) {
            requireWritable(file.toAbsolutePath());
        }
    }

    @EventListener
    void write(AvailabilityChangeEvent<ReadinessState> change) {
        if (file != null && change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            write(file.toAbsolutePath(), environment.getRequiredProperty("local.server.port"));
        }
    }

    /** Creates and deletes a temporary file in the same directory, to report a wrong path before the server starts. */
    private static void requireWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw error(file, "it is a directory");
        }
        try {
            Files.delete(temporary(file));
        } catch (IOException e) {
            throw error(file, reason(file, e));
        }
    }

    private static void write(Path file, String port) {
        try {
            Path whole = temporary(file);
            try {
                Files.writeString(whole, port);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw error(file, reason(file, e));
        }
    }

    /** In the directory of the file, because only a move within one file system is atomic. */
    private static Path temporary(Path file) throws IOException {
        return Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
    }

    private static InvalidConfigurationPropertyValueException error(Path file, String reason) {
        return new InvalidConfigurationPropertyValueException(
                "wdata-mock.port-file", file, "The file cannot be written: " + reason);
    }

    private static String reason(Path file, IOException failure) {
        Path directory = file.getParent();
        return directory == null || Files.isDirectory(directory)
                ? failure.toString()
                : "there is no directory %s; create it first".formatted(directory);
    }
}
