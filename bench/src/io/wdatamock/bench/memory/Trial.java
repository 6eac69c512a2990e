package io.wdatamock.bench.memory;

import io.wdatamock.bench.memory.Attack.Case;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/** Runs one attack against a server and judges how it fared. */
final class Trial {

    /** The documented share of the heap for all that is retained, and room for what the attack made the JVM load. */
    private static final long MOST_RETAINED = 72L << 20;

    /** Tomcat keeps the buffers of up to 200 connections for the next ones, about 100 KB each. */
    private static final long MOST_LEFT_OVER = 20L << 20;

    private static final double LONGEST_PROBE_SECONDS = 5;
    private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Subject server;

    Trial(Subject server) {
        this.server = server;
    }

    Result run(Case attack, int repeats) throws InterruptedException {
        long before = server.usedHeap();
        Attacker attacker = new Attacker(server.port());
        Probe probe = new Probe(server.port());
        String trouble = "";
        try (probe) {
            attack.attack().run(attacker, repeats);
        } catch (IOException e) {
            trouble = String.valueOf(e.getMessage());
        }
        if (!server.isAlive()) {
            return failed("died, exit %d".formatted(server.exitCode()), attacker, probe, before);
        }
        if (!server.isReady()) {
            return failed("zombie", attacker, probe, before);
        }
        long after = settled(heap -> heap - before <= MOST_RETAINED);
        try {
            attacker.dropSandboxes();
        } catch (IOException e) {
            trouble = "sandboxes not dropped: " + e.getMessage();
        }
        long dropped = settled(heap -> heap - before <= MOST_LEFT_OVER);
        if (!server.isAlive()) {
            return failed("died, exit %d".formatted(server.exitCode()), attacker, probe, before);
        }
        String verdict = verdict(trouble, attacker, probe, after - before, dropped - before);
        return new Result(verdict, attacker.answers(), probe.slowestSeconds(), before, after, dropped);
    }

    private static String verdict(String trouble, Attacker attacker, Probe probe, long retained, long leftOver) {
        if (!trouble.isEmpty()) {
            return "no answer: " + trouble;
        } else if (attacker.answers().hasWrongOnes()) {
            return "wrong answers";
        } else if (probe.failures() > 0 || probe.slowestSeconds() > LONGEST_PROBE_SECONDS) {
            return "probes failed or slow";
        } else if (retained > MOST_RETAINED) {
            return "retains too much";
        } else if (leftOver > MOST_LEFT_OVER) {
            return "releases too little";
        }
        return Result.SURVIVED;
    }

    /** The heap in use as soon as it is small enough, or else after a minute. */
    private long settled(LongPredicate isSmallEnough) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLING_NANOS;
        long used = server.usedHeap();
        while (!isSmallEnough.test(used) && System.nanoTime() < deadline) {
            Thread.sleep(3_000);
            used = server.usedHeap();
        }
        return used;
    }

    private static Result failed(String verdict, Attacker attacker, Probe probe, long before) {
        return new Result(verdict, attacker.answers(), probe.slowestSeconds(), before, -1, -1);
    }
}
