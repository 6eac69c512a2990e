package io.wdatamock.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A client of a server on this machine, whose requests follow each other on one connection. It adds next to nothing to the time
 * that a request takes, and can also do what no well-behaved client does.
 */
public final class Client implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 90_000;

    private final int port;
    private Socket socket;
    private InputStream input;
    private boolean isOver;

    public Client(int port) throws IOException {
        this.port = port;
        this.socket = connect(port);
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    /** One request on a connection of its own. */
    public static Response once(int port, Request request) {
        try (Client client = new Client(port)) {
            return client.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.path(), e);
        }
    }

    /** Sends a request, on a new connection if the server has said that it closes this one. */
    public Response send(Request request) throws IOException {
        if (isOver) {
            socket.close();
            socket = connect(port);
            input = new BufferedInputStream(socket.getInputStream());
            isOver = false;
        }
        write(request.bytes());
        return read();
    }

    /** Sends these bytes, whatever they are. */
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public Response read() throws IOException {
        Response answer = Response.read(input);
        isOver = answer.isLast();
        return answer;
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

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
