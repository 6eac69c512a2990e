package io.wdatamock.ops;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.wdatamock.sandbox.Snapshot;
import io.wdatamock.wire.WireJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;

/** Reads and replaces a state file. At any moment the file is whole: the older or the newer one. */
final class StateFile {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Header(@Nullable String format, @Nullable Integer version) {}

    private final Path file;

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Reads the file; empty if there is none.
     *
     * @throws IllegalArgumentException if the file is no state file, is damaged, or has another version
     */
    Optional<StateDocument> read() throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        requireFormat(content);
        try {
            return Optional.of(WireJson.MAPPER.readValue(content, StateDocument.class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private static void requireFormat(byte[] content) {
        Header header;
        try {
            header = WireJson.MAPPER.readValue(content, Header.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is damaged or no state file: " + e.getOriginalMessage(), e);
        }
        if (!StateDocument.FORMAT.equals(header.format)) {
            throw new IllegalArgumentException("it is no state file");
        }
        if (header.version == null || header.version != Snapshot.VERSION) {
            throw new IllegalArgumentException("its version is %s, but this server reads version %d only"
                    .formatted(header.version, Snapshot.VERSION));
        }
    }

    /** Replaces the file: writes another one beside it, forces that to the disk, and renames it. */
    void write(StateDocument document) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
        Path whole = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                writeTo(channel, document);
            }
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
        forceDirectory(Objects.requireNonNull(target.getParent())); // the path is absolute
    }

    private static void writeTo(FileChannel channel, StateDocument document) throws IOException {
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            WireJson.MAPPER
                    .writer()
                    .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .writeValue(out, document);
            out.flush();
            channel.force(true);
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    /** Makes the renaming durable, where the platform can open a directory. */
    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("The directory {} was not forced to the disk", directory, e);
        }
    }
}
