package io.wdatamock.sandbox;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.time.RealTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Configures real time, the memory budget and the seed of the sandboxes. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    /** The fraction (1/n) of the heap for retained data; the rest is for requests and the server. */
    private static final int RETAINED_SHARE_OF_HEAP = 5;

    private static final String BUILT_IN = "/seed/default.yaml";

    @Bean
    InstantSource realTime() {
        return new RealTime();
    }

    @Bean
    RetainedMemory retainedMemory() {
        return new RetainedMemory(Runtime.getRuntime().maxMemory() / RETAINED_SHARE_OF_HEAP);
    }

    @Bean
    Seed seed(WdataMockProperties properties, InstantSource realTime, Environment environment) {
        Path file = properties.seed();
        SeedReader reader = new SeedReader(
                Settings.configured(properties),
                new ExplicitSettings(environment),
                properties.randomSeed(),
                realTime.instant());
        return file == null ? reader.read(builtIn()) : read(reader, file);
    }

    private static Seed read(SeedReader reader, Path file) {
        try {
            SeedReader.requireSize(Files.size(file));
            return reader.read(Files.readString(file));
        } catch (IOException e) {
            throw error(file, "The file cannot be read: " + e);
        } catch (IllegalArgumentException e) {
            throw error(file, "Seed file " + file + ": " + e.getMessage());
        }
    }

    private static InvalidConfigurationPropertyValueException error(Path file, String reason) {
        return new InvalidConfigurationPropertyValueException("wdata-mock.seed", file, reason);
    }

    private static String builtIn() {
        try (InputStream resource = Objects.requireNonNull(SandboxConfiguration.class.getResourceAsStream(BUILT_IN))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
