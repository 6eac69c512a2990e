package io.wdatamock.bench.memory;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection to the server that need not read its answers, and does not keep what it reads unless requested. */
final class Connection implements AutoCloseable {

    /** A little more than the longest time for which the server holds a request. */
    static final int PATIENCE_MILLIS = 35_000;

    private final int port;
    private final int receiveBuffer;
    private Socket socket;
    private InputStream input;
    private boolean isOver;

    Connection(int port) throws IOException {
        this(port, 0);
    }

    /** A connection whose receive buffer is so small; 0 for the system's default. */
    Connection(int port, int receiveBuffer) throws IOException {
        this.port = port;
        this.receiveBuffer = receiveBuffer;
        this.socket = open();
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a request and returns the status of its answer, or {@link Answers#CUT} for a reset while it was sent. */
    int exchange(Call call) throws IOException {
        return exchange(call, OutputStream.nullOutputStream());
    }

    /** Sends a request and copies the body of its answer to the output. */
    int exchange(Call call, OutputStream answer) throws IOException {
        if (isOver) {
            socket.close();
            socket = open();
            input = new BufferedInputStream(socket.getInputStream());
            isOver = false;
        }
        boolean sent = send(call);
        try {
            return read(answer);
        } catch (IOException e) {
            if (sent) {
                throw e;
            }
            isOver = true;
            return Answers.CUT;
        }
    }

    /** Sends a request; false if the server closed the connection before all of it was sent, as it may after an answer. */
    boolean send(Call call) {
        try {
            call.writeTo(socket.getOutputStream());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Access to the bytes that go out, for requests that are never completed. */
    OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    /** Reads one answer and returns its status. */
    int read(OutputStream answer) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (header.equals("connection: close")) {
                isOver = true;
            }
        }
        if (chunked) {
            do {
                length = Long.parseLong(line(), 16);
                copy(length, answer);
                line();
            } while (length > 0);
        } else {
            copy(length, answer);
        }
        return status;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Socket open() throws IOException {
        Socket opened = new Socket();
        if (receiveBuffer > 0) {
            opened.setReceiveBufferSize(receiveBuffer);
        }
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE_MILLIS);
        opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        return opened;
    }

    private void copy(long length, OutputStream answer) throws IOException {
        byte[] buffer = new byte[(int) Math.min(length, 16_384)];
        for (long rest = length; rest > 0; ) {
            int count = input.read(buffer, 0, (int) Math.min(buffer.length, rest));
            if (count < 0) {
                throw new EOFException("The answer ended %d bytes early".formatted(rest));
            }
            answer.write(buffer, 0, count);
            rest -= count;
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The connection closed without an answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
