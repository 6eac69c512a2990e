package io.wdatamock.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP/1.1 connection to a server on this machine. It adds very little to the duration of a request, and also sends
 * incomplete and invalid requests.
 */
public final class Client implements AutoCloseable {

    /** Not a status: the server closed the connection during the request, as it may after an early response. */
    public static final int CUT = 0;

    private static final int TIMEOUT_MILLIS = 90_000;

    private final int port;
    private final int timeoutMillis;
    private final int receiveBuffer;
    private Socket socket;
    private InputStream input;
    private boolean isOver;

    public Client(int port) throws IOException {
        this(port, TIMEOUT_MILLIS, 0);
    }

    /**
     * Connects.
     *
     * @param timeoutMillis how long to wait for a response
     * @param receiveBuffer the bytes of the socket's receive buffer; 0 for the system's default
     */
    public Client(int port, int timeoutMillis, int receiveBuffer) throws IOException {
        this.port = port;
        this.timeoutMillis = timeoutMillis;
        this.receiveBuffer = receiveBuffer;
        connect();
    }

    /** Sends one request on a new connection. */
    public static Response once(int port, Request request) {
        try (Client client = new Client(port)) {
            return client.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        }
    }

    /**
     * Sends a request and returns its response; connects again if the server has announced the end of the connection.
     */
    public Response send(Request request) throws IOException {
        reconnectIfOver();
        request.writeTo(socket.getOutputStream());
        return read();
    }

    /** Sends a request, skips the body of the response, and returns the status or {@link #CUT}. */
    public int exchange(Request request) throws IOException {
        reconnectIfOver();
        boolean isSent = start(request);
        try {
            return skip();
        } catch (IOException e) {
            if (isSent) {
                throw e;
            }
            isOver = true;
            return CUT;
        }
    }

    /** Sends a request without reading the response; false if the server closed the connection before its end. */
    public boolean start(Request request) {
        try {
            request.writeTo(socket.getOutputStream());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public Response read() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Response head = read(body);
        return new Response(head.status(), body.toString(StandardCharsets.UTF_8), head.isLast(), head.isFaulty());
    }

    /** Reads a response without keeping its body, and returns the status. */
    public int skip() throws IOException {
        return read(OutputStream.nullOutputStream()).status();
    }

    /** Reads one byte; negative at the end of the stream. */
    public int readByte() throws IOException {
        return input.read();
    }

    /** Closes the connection with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void reconnectIfOver() throws IOException {
        if (isOver) {
            socket.close();
            connect();
        }
    }

    private void connect() throws IOException {
        socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeoutMillis);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
        input = new BufferedInputStream(socket.getInputStream());
        isOver = false;
    }

    private Response read(OutputStream body) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
        }
        if (headers.containsKey("transfer-encoding")) {
            for (long length = -1; length != 0; line()) {
                length = Long.parseLong(line(), 16);
                copy(length, body);
            }
        } else {
            copy(Long.parseLong(headers.getOrDefault("content-length", "0")), body);
        }
        isOver = headers.getOrDefault("connection", "").equals("close");
        return new Response(status, "", isOver, headers.containsKey("x-wdata-mock-fault"));
    }

    private void copy(long length, OutputStream body) throws IOException {
        byte[] buffer = new byte[(int) Math.min(length, 16_384)];
        for (long rest = length; rest > 0; ) {
            int count = input.read(buffer, 0, (int) Math.min(buffer.length, rest));
            if (count < 0) {
                throw new EOFException("The response ended %d bytes early".formatted(rest));
            }
            body.write(buffer, 0, count);
            rest -= count;
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The connection closed without a response");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
