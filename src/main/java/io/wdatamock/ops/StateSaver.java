package io.wdatamock.ops;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Restores all sandboxes from {@code wdata-mock.state-file} before the web server starts, and saves them regularly and
 * after the web server has stopped. Without the setting it does nothing.
 */
@Component
final class StateSaver implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StateSaver.class);

    /** A request reads the time before it counts as one that uses a sandbox. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final @Nullable Path path;
    private final Duration interval;
    private final Sandboxes sandboxes;
    private final InstantSource realTime;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Instant lastSave = Instant.MIN;
    private boolean usedDuringSave;
    private volatile boolean running;

    StateSaver(WdataMockProperties properties, Sandboxes sandboxes, InstantSource realTime) {
        this.path = properties.stateFile();
        this.interval = properties.stateInterval();
        this.sandboxes = sandboxes;
        this.realTime = realTime;
    }

    /** Starts before the web server, and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void start() {
        if (path == null) {
            return;
        }
        StateFile file = new StateFile(path);
        restore(file, path);
        running = true;
        Thread saver = new Thread(() -> saveRegularly(file), "state");
        saver.setDaemon(true); // the last save is that of stop()
        saver.start();
    }

    private void restore(StateFile file, Path path) {
        try {
            file.read().ifPresent(document -> document.restore(sandboxes, realTime));
        } catch (IllegalArgumentException e) {
            throw error(
                    path,
                    "The file cannot be restored: %s. It is unchanged; move it away to start without it"
                            .formatted(e.getMessage()));
        } catch (IOException e) {
            throw error(path, "The file cannot be read: " + e);
        }
        try {
            save(file);
        } catch (IOException e) {
            throw error(path, "The file cannot be written: " + e);
        }
    }

    private static InvalidConfigurationPropertyValueException error(Path path, String reason) {
        return new InvalidConfigurationPropertyValueException("wdata-mock.state-file", path, reason);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        if (path != null) {
            saveOrWarn(new StateFile(path));
        }
    }

    private void saveRegularly(StateFile file) {
        try {
            while (!stopped.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                if (usedDuringSave || sandboxes.areUsedSince(lastSave)) {
                    saveOrWarn(file);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void saveOrWarn(StateFile file) {
        try {
            save(file);
        } catch (IOException | RuntimeException e) { // the next save may succeed
            LOG.warn("The state was not saved to {}, which keeps the older state: {}", path, e.toString());
        }
    }

    private synchronized void save(StateFile file) throws IOException {
        Instant now = realTime.instant();
        boolean used = sandboxes.areUsedSince(now); // their requests may change the state after its snapshot
        file.write(StateDocument.of(sandboxes, realTime));
        lastSave = now.minus(MARGIN);
        usedDuringSave = used;
    }
}
