package io.wdatamock.sandbox;

import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.connection.Names;
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

/** The sandboxes of this server. One comes into being when its name is first used, as the seed has it. */
@Component
public final class Sandboxes {

    /** The sandbox of requests that name none; it is never dropped. */
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
     * Begins a use of the sandbox with this name, which {@link #leave} ends. Refuses with 400 a name that is not
     * allowed, and with 503 a new one when there are too many or memory is short, or any when the server is stopping.
     */
    public Sandbox enter(String name) {
        requireOpen();
        Sandbox known = live.get(name);
        if (known != null && known.tryEnter(realTime.instant())) {
            return known;
        }
        if (!Names.allow(name)) {
            throw ApiException.badRequest(
                    "sandbox", "The sandbox name was %s, but must be %s".formatted(Sanitizer.of(name), Names.RULE));
        }
        return enterNew(name);
    }

    /** Ends a use that {@link #enter} began. */
    public void leave(Sandbox sandbox) {
        sandbox.leave();
    }

    /** The live sandboxes by name. */
    public List<Sandbox> all() {
        return live.values().stream()
                .sorted(Comparator.comparing(Sandbox::name))
                .toList();
    }

    /** How many sandboxes are live. */
    public int count() {
        return live.size();
    }

    /** The settings that sandboxes begin with. */
    public Settings settings() {
        return seed.settings();
    }

    /** Drops the sandbox with this name and whatever waits in it; the default one is reset instead. */
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

    /** Takes no more requests, and lets go of whatever waits or watches in the sandboxes. */
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

    /** Drops the sandbox that has been unused for longest, if there is no room for another. */
    private void makeRoom(String name) {
        if (live.size() < limits.max()) {
            return;
        }
        Instant idleSince = realTime.instant().minus(limits.idle());
        Sandbox victim = live.values().stream()
                .filter(sandbox -> !sandbox.name().equals(DEFAULT))
                .map(sandbox -> Map.entry(sandbox, sandbox.lastUsed()))
                .filter(candidate -> !candidate.getValue().isAfter(idleSince))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(sandbox -> sandbox.tryRetire(idleSince))
                .findFirst()
                .orElseThrow(() -> ApiException.unavailable(
                        "There is no room for sandbox %s: %d live, which is the limit, and none was unused for %s"
                                .formatted(Sanitizer.of(name), limits.max(), limits.idle())));
        live.remove(victim.name());
        victim.end();
    }
}
