package io.wdatamock.bench.memory;

import static io.wdatamock.bench.Request.CONNECTIONS;
import static io.wdatamock.bench.Request.MIB;

import io.wdatamock.bench.Client;
import io.wdatamock.bench.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Attacks with many connections at once, most of which wait or are slow. */
final class ManyClients {

    /** A little less than the connections that the server accepts at once (server.tomcat.max-connections). */
    private static final int IDLE = 2_000;

    private ManyClients() {}

    static List<Attack> all() {
        return List.of(
                new Attack("holds-1000", 5, 1, ManyClients::holds),
                new Attack("streams-100-stalled", 5_000, 600, ManyClients::stalledStreams),
                new Attack("streams-in-100-sandboxes", 100, 6, ManyClients::stalledStreamsOfManySandboxes),
                new Attack("slow-readers-20", 10, 1, ManyClients::slowReaders),
                new Attack("slow-uploads-300", 5, 1, ManyClients::slowUploads),
                new Attack("idle-2000", 5, 1, ManyClients::idle));
    }

    private static void holds(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("holds");
        for (int i = 0; i < repeats; i++) {
            attacker.send(Request.post(base + "/__mock/faults", "{\"effect\":{\"type\":\"hold\"}}"));
            List<Client> held = new ArrayList<>();
            for (int each = 0; each < 1_000; each++) {
                Client client = attacker.connect();
                client.start(Request.get(base + CONNECTIONS + "/instant"));
                held.add(client);
            }
            pause(5);
            attacker.send(Request.delete(base + "/__mock/faults"));
            attacker.readAndClose(held);
        }
    }

    private static void stalledStreams(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("streams");
        List<Client> stalled = startSlowReaders(attacker, 100, Request.get(base + "/__mock/events"));
        Request refresh = Request.refresh(base, "instant", 64 * 1024 - 30);
        attacker.sendInTurn(repeats, i -> refresh);
        close(stalled);
    }

    private static void stalledStreamsOfManySandboxes(Attacker attacker, int repeats) throws IOException {
        List<String> bases = IntStream.range(0, 100)
                .mapToObj(i -> attacker.sandbox("stream-" + i))
                .toList();
        List<Client> stalled = new ArrayList<>();
        for (String base : bases) {
            stalled.add(attacker.startSlowReader(Request.get(base + "/__mock/events")));
        }
        Request original = Request.refresh("", "instant", 256 * 1024 - 30);
        for (int i = 0; i < repeats; i++) {
            attacker.sendInTurn(100, each -> original.at(bases.get(each) + original.path()));
        }
        close(stalled);
    }

    /** Reads responses of 10 MiB only after a while. */
    private static void slowReaders(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("readers");
        attacker.send(Request.refresh(base, "instant", 10 * MIB - 30));
        for (int i = 0; i < repeats; i++) {
            List<Client> readers = startSlowReaders(attacker, 20, Request.get(base + CONNECTIONS + "/instant/status"));
            pause(5);
            attacker.readAndClose(readers);
        }
    }

    /** Announces bodies of 10 MiB, sends a part of each, and stalls. */
    private static void slowUploads(Attacker attacker, int repeats) throws IOException {
        Request refresh = Request.post(Request.refreshPath(attacker.sandbox("uploads"), "instant"));
        byte[] part = Request.letters(MIB);
        for (int i = 0; i < repeats; i++) {
            List<Client> uploads = new ArrayList<>();
            for (int each = 0; each < 300; each++) {
                Client upload = attacker.connect();
                uploads.add(upload);
                Thread.ofPlatform().daemon().start(() -> sendPart(upload, refresh, part));
            }
            pause(5);
            close(uploads);
        }
    }

    private static void sendPart(Client upload, Request refresh, byte... part) {
        try {
            upload.write(refresh.head(10 * MIB) + "\r\n{\"sourceParameters\":{\"a\":\"");
            upload.write(part);
        } catch (IOException e) {
            // The server may reject the body, or the attack is over.
        }
    }

    /** Leaves connections open after a response; the server must still answer others. */
    private static void idle(Attacker attacker, int repeats) throws IOException {
        Request get = Request.get(attacker.sandbox("idle") + CONNECTIONS + "/instant");
        for (int i = 0; i < repeats; i++) {
            List<Client> idle = new ArrayList<>();
            for (int each = 0; each < IDLE; each++) {
                Client client = attacker.connect();
                idle.add(client);
                if (attacker.send(client, get) != 200) {
                    throw new IOException("connection %d of %d was rejected".formatted(each + 1, IDLE));
                }
            }
            pause(2);
            if (attacker.send(get) != 200) {
                throw new IOException("a client was rejected beside %d idle ones".formatted(IDLE));
            }
            close(idle);
        }
    }

    private static List<Client> startSlowReaders(Attacker attacker, int count, Request request) throws IOException {
        List<Client> readers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readers.add(attacker.startSlowReader(request));
        }
        return readers;
    }

    private static void close(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }

    private static void pause(int seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }
}
