package io.wdatamock.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/** Bytes in segments of at most 128 KiB, because a small heap may have no place for larger arrays. */
public final class Segments {

    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 128 << 10;

    private final LongConsumer beforeGrowth;
    private final List<byte[]> segments = new ArrayList<>(1);
    private byte[] last = new byte[0];
    private int used;
    private long size;

    /** Creates empty segments; the consumer receives the length of each segment before its allocation. */
    public Segments(LongConsumer beforeGrowth) {
        this.beforeGrowth = beforeGrowth;
    }

    /** Creates empty segments whose memory is counted elsewhere. */
    public Segments() {
        this(bytes -> {});
    }

    public long size() {
        return size;
    }

    /** Appends a byte. */
    public void write(int value) {
        room(SMALLEST);
        last[used] = (byte) value;
        used++;
        size++;
    }

    /** Appends bytes. */
    public void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int from = offset;
        int left = length;
        while (left > 0) {
            room(Math.max(SMALLEST, left));
            int part = Math.min(left, last.length - used);
            System.arraycopy(bytes, from, last, used, part);
            used += part;
            size += part;
            from += part;
            left -= part;
        }
    }

    /** Appends up to {@code most} bytes of a stream; fewer only at its end. */
    public void readFrom(InputStream source, long most) throws IOException {
        long left = most;
        while (left > 0) {
            room(left);
            int read = source.read(last, used, (int) Math.min(left, last.length - used));
            if (read < 0) {
                return;
            }
            used += read;
            size += read;
            left -= read;
        }
    }

    /** Removes all bytes. */
    public void clear() {
        segments.clear();
        last = new byte[0];
        used = 0;
        size = 0;
    }

    /** Returns the first bytes, at most {@code most}. */
    public byte[] prefix(int most) {
        byte[] prefix = new byte[(int) Math.min(most, size)];
        int copied = 0;
        for (int i = 0; copied < prefix.length; i++) {
            int part = Math.min(length(i), prefix.length - copied);
            System.arraycopy(segments.get(i), 0, prefix, copied, part);
            copied += part;
        }
        return prefix;
    }

    /** Returns all bytes in one array. */
    public byte[] toByteArray() {
        return prefix(Math.toIntExact(size));
    }

    /** Writes the first bytes to a stream, at most {@code most}. */
    public void writeTo(OutputStream target, long most) throws IOException {
        long left = Math.min(most, size);
        for (int i = 0; left > 0; i++) {
            int part = (int) Math.min(length(i), left);
            target.write(segments.get(i), 0, part);
            left -= part;
        }
    }

    /** Returns a new stream of all bytes. */
    public InputStream inputStream() {
        return new View();
    }

    private int length(int index) {
        return index == segments.size() - 1 ? used : segments.get(index).length;
    }

    private void room(long wanted) {
        if (used < last.length) {
            return;
        }
        long doubled = Math.max(wanted, size);
        int length = (int) Math.min(LARGEST, doubled);
        beforeGrowth.accept(length);
        last = new byte[length];
        used = 0;
        segments.add(last);
    }

    private final class View extends InputStream {

        private int segment;
        private int position;

        @Override
        public int read() {
            return available() == 0 ? -1 : Byte.toUnsignedInt(segments.get(segment)[position++]);
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            int part = Math.min(available(), length);
            if (part == 0) {
                return -1;
            }
            System.arraycopy(segments.get(segment), position, target, offset, part);
            position += part;
            return part;
        }

        /** Returns the rest of the current segment, or of the next one if it is exhausted. */
        @Override
        public int available() {
            if (segment < segments.size() && position == length(segment)) {
                segment++;
                position = 0;
            }
            return segment < segments.size() ? length(segment) - position : 0;
        }
    }
}
