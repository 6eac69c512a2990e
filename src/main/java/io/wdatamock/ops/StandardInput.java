package io.wdatamock.ops;

import io.wdatamock.config.WdataMockProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stops the server when its standard input closes, if {@code wdata-mock.exit-on-stdin-close} is true. The pipe from a
 * parent process closes whenever the parent ends, even if it is killed.
 */
@Component
final class StandardInput {

    private final boolean wanted;

    StandardInput(WdataMockProperties properties) {
        this.wanted = properties.exitOnStdinClose();
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        if (wanted) {
            Thread watch = new Thread(StandardInput::exitAtEnd, "stdin");
            watch.setDaemon(true); // a blocked read must not prevent another way of stopping
            watch.start();
        }
    }

    private static void exitAtEnd() {
        try (InputStream in = System.in) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An input that cannot be read counts as closed.
        }
        System.exit(0); // runs Spring's shutdown hook
    }
}
