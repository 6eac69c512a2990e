package io.wdatamock.ops;

import io.wdatamock.config.WdataMockProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Stops the server when its standard input closes, if that is wanted: the pipe from its parent closes however that
 * ends, be it killed. Otherwise nothing is read.
 */
@Component
final class StandardInput implements ApplicationListener<ApplicationReadyEvent> {

    private final boolean wanted;

    StandardInput(WdataMockProperties properties) {
        this.wanted = properties.exitOnStdinClose();
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (wanted) {
            Thread watch = new Thread(StandardInput::exitAtEnd, "stdin");
            watch.setDaemon(true); // a read that nobody answers must not keep the server from stopping otherwise
            watch.start();
        }
    }

    private static void exitAtEnd() {
        try (InputStream in = System.in) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // What cannot be read any longer has ended as well.
        }
        System.exit(0); // stops the server in order, by Spring's shutdown hook
    }
}
