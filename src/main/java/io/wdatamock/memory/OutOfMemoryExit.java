package io.wdatamock.memory;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when it is out of memory, as {@code -XX:+ExitOnOutOfMemoryError} does, for a JVM that was started
 * without it. A server that has lost threads to the error would accept connections and answer none.
 */
public final class OutOfMemoryExit {

    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemoryExit.class);

    private static final int EXIT_CODE = 3;

    /** Made in advance, as there will be no memory for it. */
    private static final byte[] LINE =
            "wdata-mock is out of memory and ends; give it a larger heap, or send less at once (docs/deployment.md)\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private static final FileOutputStream STANDARD_ERROR = new FileOutputStream(FileDescriptor.err);

    private static volatile boolean installed;

    private OutOfMemoryExit() {}

    /** Ends the process from now on; not called where the server shares its process with a program that tests. */
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

    /** Ends the process if the error is an {@link OutOfMemoryError}, or has one among its causes. */
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
            // Without the line, then.
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
