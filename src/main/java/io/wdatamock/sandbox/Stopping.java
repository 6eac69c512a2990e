package io.wdatamock.sandbox;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets go of whatever waits in the sandboxes when the server is told to stop, before it waits for open requests. */
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

    /** The last to start and the first to stop: the web server comes after it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    /** What has been let go cannot be caught again. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
