package io.wdatamock.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * One connection to a server of this machine, on which requests follow each other. It adds next to nothing to the time
 * that a request takes, and can also do what no well-behaved client does.
 */
public final class Client implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 90_000;

    private final Socket socket;
    private final InputStream input;

    public Client(int port) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** One request on a connection of its own. */
    public static Response once(int port, Request request) {
        try (Client client = new Client(port)) {
            return client.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.path(), e);
        }
    }

    public Response send(Request request) throws IOException {
        write(request.bytes());
        return read();
    }

    /** Sends these bytes, whatever they are. */
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public Response read() throws IOException {
        return Response.read(input);
    }

    /** Reads one byte of an answer; negative if there is none. */
    public int readByte() throws IOException {
        return input.read();
    }

    /** Has the connection end with a reset instead of an orderly farewell. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
