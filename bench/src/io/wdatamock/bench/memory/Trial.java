package io.wdatamock.bench.memory;

import io.wdatamock.bench.Request;
import io.wdatamock.bench.Server;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Runs one attack against a server and judges the result. */
final class Trial {

    static final String HEADER = """
            | case | form | Java | result | responses | slowest probe | heap before | after | sandboxes deleted |
            |---|---|---|---|---|---|---|---|---|""";

    /** The documented share of the heap for all that is retained, and room for what the attack made the JVM load. */
    private static final long MAX_RETAINED = 72L << 20;

    /** Tomcat keeps the buffers of up to 200 connections for the next ones, about 100 KB each. */
    private static final long MAX_LEFT_OVER = 20L << 20;

    private static final double LONGEST_PROBE_SECONDS = 5;
    private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final String SURVIVED = "survived";

    private final Server server;
    private final Attacker attacker;
    private long heapBefore = -1;
    private long heapAfter = -1;
    private long heapAfterDeletion = -1;
    private double slowestProbeSeconds;
    private String result = "";

    Trial(Server server) {
        this.server = server;
        this.attacker = new Attacker(server);
    }

    void run(Attack attack, int repeats) throws InterruptedException {
        heapBefore = server.usedHeapBytes();
        String failure = "";
        Probe probe = new Probe(server);
        try (probe) {
            attack.traffic().send(attacker, repeats);
        } catch (IOException e) {
            failure = "no response: " + e.getMessage();
        }
        slowestProbeSeconds = probe.slowestSeconds();
        if (server.isAlive() && server.succeeds(Server.READINESS)) {
            heapAfter = settledHeap(MAX_RETAINED);
            try {
                attacker.deleteSandboxes();
            } catch (IOException e) {
                failure = "no response: sandboxes not deleted: " + e.getMessage();
            }
            heapAfterDeletion = settledHeap(MAX_LEFT_OVER);
            result = failure.isEmpty() ? judge(probe) : failure;
        } else {
            result = "does not respond";
        }
        if (!server.isAlive()) {
            result = "died, exit %d".formatted(server.exitCode());
        }
    }

    boolean isSurvived() {
        return result.equals(SURVIVED);
    }

    String row(Attack attack, String form, int java) {
        return "| %s | %s | %d | %s | %s | %.1f s | %s | %s | %s |"
                .formatted(
                        attack.name(),
                        form,
                        java,
                        isSurvived() ? result : "**" + result + "**",
                        attacker.statuses(),
                        slowestProbeSeconds,
                        mebibytes(heapBefore),
                        mebibytes(heapAfter),
                        mebibytes(heapAfterDeletion));
    }

    private String judge(Probe probe) {
        if (attacker.hasUndocumentedStatus()) {
            return "undocumented status";
        } else if (probe.hasFailed() || slowestProbeSeconds > LONGEST_PROBE_SECONDS) {
            return "probes failed or slow";
        } else if (heapAfter - heapBefore > MAX_RETAINED) {
            return "retains too much";
        }
        return heapAfterDeletion - heapBefore > MAX_LEFT_OVER ? "releases too little" : SURVIVED;
    }

    /**
     * The heap in use as soon as it exceeds the heap before the attack by no more than the limit, or after a minute.
     */
    private long settledHeap(long limit) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING_NANOS;
        long used = server.usedHeapBytes();
        while (used - heapBefore > limit && System.nanoTime() < deadline) {
            Thread.sleep(3_000);
            used = server.usedHeapBytes();
        }
        return used;
    }

    private static String mebibytes(long bytes) {
        return bytes < 0 ? "–" : "%.0f MiB".formatted(bytes / (double) Request.MIB);
    }
}
