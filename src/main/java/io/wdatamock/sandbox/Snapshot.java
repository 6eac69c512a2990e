package io.wdatamock.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.wdatamock.memory.Segments;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.InvalidFieldException;
import io.wdatamock.wire.JsonErrors;
import io.wdatamock.wire.WireJson;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.node.MissingNode;

/**
 * The state of a sandbox as one document.
 *
 * @param version the version of the format
 * @param digest the SHA-256 of the state, which reveals damage
 */
public record Snapshot(int version, String digest, StateSnapshot state) {

    /** The version that this server writes and reads. */
    public static final int VERSION = 2;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Version(int version) {}

    static Snapshot of(StateSnapshot state) {
        return new Snapshot(VERSION, digest(state), state);
    }

    /** Reads a document; throws 400 if it is damaged or has another version. */
    public static Snapshot read(Segments document) {
        try {
            int version = WireJson.MAPPER
                    .readValue(document.inputStream(), Version.class)
                    .version();
            if (version != VERSION) {
                throw ApiException.badRequest(
                        "version",
                        "version was %d, but this server restores snapshots of version %d only"
                                .formatted(version, VERSION));
            }
            return WireJson.MAPPER
                    .readValue(document.inputStream(), Snapshot.class)
                    .checked();
        } catch (ValueInstantiationException e) {
            throw e.getCause() instanceof InvalidFieldException ? invalid(e) : damaged(e);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw damaged(e);
        }
    }

    /** Returns this snapshot; throws 400 if its state does not agree with its digest. */
    public Snapshot checked() {
        if (!digest.equals(digest(state))) {
            throw damaged(null);
        }
        return this;
    }

    /** Returns a snapshot whose clock, if it runs, has continued from one real time to another. */
    public Snapshot continuedFrom(Instant saved, Instant now) {
        return of(state.at(state.clock(saved).at(now.isBefore(saved) ? saved : now)));
    }

    private static ApiException invalid(JacksonException error) {
        return ApiException.badRequest(List.of(JsonErrors.detail(error, MissingNode.getInstance())));
    }

    private static ApiException damaged(@Nullable Exception cause) {
        String reason = cause == null ? "its state does not agree with its digest" : "it cannot be read";
        return ApiException.badRequest(
                null, "The snapshot is damaged: %s; send it back as GET gave it".formatted(reason));
    }

    private static String digest(StateSnapshot state) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            WireJson.MAPPER.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), sha256), state);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
