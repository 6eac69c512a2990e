package io.wdatamock.sandbox;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Releases held requests and closes event streams when the server stops, before it waits for open requests. */
@Component
final class Stopping implements SmartLifecycle {

    private final Sandboxes sandboxes;
    private volatile boolean running;

    Stopping(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        sandboxes.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts last and stops first, before the web server. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    /** Released requests cannot be held again. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
