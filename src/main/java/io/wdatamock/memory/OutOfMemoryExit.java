package io.wdatamock.memory;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Terminates the process on an OutOfMemoryError, like {@code -XX:+ExitOnOutOfMemoryError}, for a JVM started without
 * that option. A server that has lost threads to the error would accept connections and not respond.
 */
public final class OutOfMemoryExit {

    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemoryExit.class);

    private static final int EXIT_CODE = 3;

    /** Allocated in advance, because no memory is available later. */
    private static final byte[] LINE =
            "wdata-mock is out of memory and ends; give it a larger heap, or send less at once (docs/deployment.md)\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private static final FileOutputStream STANDARD_ERROR = new FileOutputStream(FileDescriptor.err);

    private static volatile boolean installed;

    private OutOfMemoryExit() {}

    /** Activates the exit. Not called when the server shares its process with tests. */
    public static void install() {
        installed = true;
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            check(error);
            if (before == null) {
                LOG.error("Thread {} ended unexpectedly", thread.getName(), error);
            } else {
                before.uncaughtException(thread, error);
            }
        });
    }

    /** Terminates the process if the error is an {@link OutOfMemoryError} or has one among its causes. */
    public static void check(@Nullable Throwable error) {
        if (!installed) {
            return;
        }
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                exit();
            }
            depth++;
        }
    }

    private static void exit() {
        try {
            STANDARD_ERROR.write(LINE);
        } catch (IOException | OutOfMemoryError e) {
            // exits without the line
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
