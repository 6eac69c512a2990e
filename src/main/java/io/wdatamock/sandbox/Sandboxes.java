package io.wdatamock.sandbox;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.connection.NameRule;
import io.wdatamock.fault.ReleaseReason;
import io.wdatamock.memory.RetainedMemory;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** The sandboxes of this server. A sandbox is created from the seed when its name is first used. */
@Component
public final class Sandboxes {

    /** The sandbox of requests without a name; it is never removed. */
    public static final String DEFAULT = "default";

    private final WdataMockProperties.Sandboxes limits;
    private final Seed seed;
    private final RetainedMemory memory;
    private final InstantSource realTime;
    private final Map<String, Sandbox> live = new ConcurrentHashMap<>();
    private final ReentrantLock creation = new ReentrantLock();
    private volatile boolean stopping;

    Sandboxes(WdataMockProperties properties, Seed seed, RetainedMemory memory, InstantSource realTime) {
        this.limits = properties.sandboxes();
        this.seed = seed;
        this.memory = memory;
        this.realTime = realTime;
        live.put(DEFAULT, create(DEFAULT));
    }

    /**
     * Begins a use of the sandbox with this name, which {@link #leave} ends. Throws 400 for an invalid name, 503 for a
     * new one if there are too many or memory is short, and 503 for any if the server is stopping.
     */
    public Sandbox enter(String name) {
        requireOpen();
        Sandbox known = live.get(name);
        if (known != null && known.tryEnter(realTime.instant())) {
            return known;
        }
        if (!NameRule.permits(name)) {
            throw ApiException.badRequest(
                    "sandbox",
                    "The sandbox name was %s, but must be %s".formatted(Sanitizer.quote(name), NameRule.RULE));
        }
        return enterNew(name);
    }

    /** Ends a use that {@link #enter} has begun. */
    public void leave(Sandbox sandbox) {
        sandbox.leave();
    }

    /** Returns the sandboxes by name. */
    public List<Sandbox> all() {
        return live.values().stream()
                .sorted(Comparator.comparing(Sandbox::name))
                .toList();
    }

    /** Returns the number of sandboxes. */
    public int count() {
        return live.size();
    }

    /** Whether a request has used a sandbox since {@code instant}, or uses one now. */
    public boolean areUsedSince(Instant instant) {
        return live.values().stream().anyMatch(sandbox -> sandbox.isUsedSince(instant));
    }

    /** Returns the settings of new sandboxes. */
    public Settings settings() {
        return seed.settings();
    }

    /** Removes the sandbox with this name and releases its requests; the default one is reset instead. */
    public boolean delete(String name) {
        if (name.equals(DEFAULT)) {
            Objects.requireNonNull(live.get(DEFAULT)).reset();
            return true;
        }
        creation.lock();
        try {
            Sandbox removed = live.remove(name);
            if (removed != null) {
                removed.end();
            }
            return removed != null;
        } finally {
            creation.unlock();
        }
    }

    /** Rejects further requests, releases held ones and closes event streams. */
    void stop() {
        creation.lock();
        try {
            stopping = true;
            live.values().forEach(Sandbox::stop);
        } finally {
            creation.unlock();
        }
    }

    private void requireOpen() {
        if (stopping) {
            throw ReleaseReason.stopping();
        }
    }

    private Sandbox enterNew(String name) {
        creation.lock();
        try {
            requireOpen();
            Sandbox sandbox = live.get(name);
            if (sandbox == null) {
                makeRoom(name);
                memory.ensureRoom(Sandbox.OVERHEAD);
                sandbox = create(name);
                live.put(name, sandbox);
            }
            sandbox.tryEnter(realTime.instant());
            return sandbox;
        } finally {
            creation.unlock();
        }
    }

    private Sandbox create(String name) {
        Sandbox sandbox = new Sandbox(name, seed, memory, realTime);
        memory.add(sandbox);
        return sandbox;
    }

    /** Removes the sandbox that was unused longest, if there is no room for another. */
    private void makeRoom(String name) {
        if (live.size() < limits.max()) {
            return;
        }
        Instant idleSince = realTime.instant().minus(limits.idle());
        Sandbox evicted = live.values().stream()
                .filter(sandbox -> !sandbox.name().equals(DEFAULT))
                .map(sandbox -> Map.entry(sandbox, sandbox.lastUsed()))
                .filter(candidate -> !candidate.getValue().isAfter(idleSince))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(sandbox -> sandbox.tryRetire(idleSince))
                .findFirst()
                .orElseThrow(() -> ApiException.unavailable(
                        "There is no room for sandbox %s: %d live, which is the limit, and none was unused for %s"
                                .formatted(Sanitizer.quote(name), limits.max(), limits.idle())));
        live.remove(evicted.name());
        evicted.end();
    }
}
