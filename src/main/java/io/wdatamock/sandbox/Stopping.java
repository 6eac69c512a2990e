package io.wdatamock.sandbox;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Releases held requests and closes event streams on shutdown. The event precedes the graceful shutdown of the web
 * server, which waits for open requests.
 */
@Component
final class Stopping {

    private final Sandboxes sandboxes;

    Stopping(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        sandboxes.stop();
    }
}
