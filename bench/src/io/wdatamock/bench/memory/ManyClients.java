package io.wdatamock.bench.memory;

import io.wdatamock.bench.memory.Attack.Case;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Attacks with many connections at once, most of which wait or are slow. */
final class ManyClients {

    private static final int MIB = 1 << 20;
    private static final String API = "/api/v1/connections";

    private ManyClients() {}

    static List<Case> all() {
        return List.of(
                new Case("holds-1000", 5, 1, ManyClients::holds),
                new Case("streams-100-stalled", 5_000, 600, ManyClients::stalledStreams),
                new Case("streams-in-100-sandboxes", 100, 6, ManyClients::stalledStreamsOfManySandboxes),
                new Case("slow-readers-20", 10, 1, ManyClients::slowReaders),
                new Case("slow-uploads-300", 5, 1, ManyClients::slowUploads),
                new Case("idle-8000", 5, 1, ManyClients::idle));
    }

    private static void holds(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("holds");
        for (int i = 0; i < repeats; i++) {
            attacker.send(Call.post(base + "/__mock/faults", Body.of("{\"effect\":{\"type\":\"hold\"}}")));
            List<Connection> held = open(attacker, 1_000, Call.get(base + API + "/instant"));
            Attacker.pause(5);
            attacker.send(Call.delete(base + "/__mock/faults"));
            readAndClose(attacker, held);
        }
    }

    private static void stalledStreams(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("streams");
        List<Connection> stalled = openStreams(attacker, List.of(base), 100);
        Call refresh = Call.post(LargeRequests.refresh(base, "instant"), LargeRequests.parameters(64 * 1024));
        attacker.sendInTurn(repeats, i -> refresh);
        close(stalled);
    }

    private static void stalledStreamsOfManySandboxes(Attacker attacker, int repeats) throws IOException {
        List<String> bases = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            bases.add(attacker.sandbox("stream-" + i));
        }
        List<Connection> stalled = openStreams(attacker, bases, 1);
        Body body = LargeRequests.parameters(256 * 1024);
        for (int i = 0; i < repeats; i++) {
            attacker.sendInTurn(100, each -> Call.post(LargeRequests.refresh(bases.get(each), "instant"), body));
        }
        close(stalled);
    }

    /** Clients that read answers of 10 MiB only after a while. */
    private static void slowReaders(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("readers");
        attacker.send(Call.post(LargeRequests.refresh(base, "instant"), LargeRequests.parameters(10 * MIB)));
        for (int i = 0; i < repeats; i++) {
            List<Connection> readers = new ArrayList<>();
            for (int each = 0; each < 20; each++) {
                Connection reader = attacker.connectNarrow();
                reader.send(Call.get(base + API + "/instant/status"));
                readers.add(reader);
            }
            Attacker.pause(5);
            readAndClose(attacker, readers);
        }
    }

    /** Clients that announce a body of 10 MiB, send a part of it, and stall. */
    private static void slowUploads(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("uploads");
        Call call = Call.post(LargeRequests.refresh(base, "instant"), LargeRequests.parameters(10 * MIB));
        byte[] part = Body.letters(MIB);
        for (int i = 0; i < repeats; i++) {
            List<Connection> uploads = new ArrayList<>();
            for (int each = 0; each < 300; each++) {
                Connection upload = attacker.connect();
                uploads.add(upload);
                Thread.ofPlatform().daemon().start(() -> sendPart(upload, call, part));
            }
            Attacker.pause(5);
            close(uploads);
        }
    }

    private static void idle(Attacker attacker, int repeats) throws IOException {
        String base = attacker.sandbox("idle");
        for (int i = 0; i < repeats; i++) {
            List<Connection> idle = new ArrayList<>();
            for (int each = 0; each < 8_000; each++) {
                Connection connection = attacker.connect();
                connection.send(Call.get(base + API + "/instant"));
                attacker.read(connection);
                idle.add(connection);
            }
            Attacker.pause(2);
            close(idle);
        }
    }

    private static void sendPart(Connection upload, Call call, byte[] part) {
        try {
            call.writeHead(upload.output());
            upload.output().write("{\"sourceParameters\":{\"a\":\"".getBytes(StandardCharsets.UTF_8));
            upload.output().write(part);
        } catch (IOException e) {
            // The server may refuse the body, or the attack is over.
        }
    }

    private static List<Connection> open(Attacker attacker, int count, Call call) throws IOException {
        List<Connection> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Connection connection = attacker.connect();
            connection.send(call);
            opened.add(connection);
        }
        return opened;
    }

    private static List<Connection> openStreams(Attacker attacker, List<String> bases, int each) throws IOException {
        List<Connection> opened = new ArrayList<>();
        for (String base : bases) {
            for (int i = 0; i < each; i++) {
                Connection stream = attacker.connectNarrow();
                stream.send(Call.get(base + "/__mock/events"));
                opened.add(stream);
            }
        }
        return opened;
    }

    private static void readAndClose(Attacker attacker, List<Connection> connections) throws IOException {
        for (Connection connection : connections) {
            attacker.read(connection);
            connection.close();
        }
    }

    private static void close(List<Connection> connections) throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
