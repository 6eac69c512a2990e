package io.wdatamock.bench.memory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The body of a request in parts, so that requests share the large ones. */
record Body(List<byte[]> parts) {

    static final Body EMPTY = new Body(List.of());

    private static final int CHUNK = 64 * 1024;

    static Body of(String text) {
        return new Body(List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A large part between two small ones. */
    static Body around(String before, byte[] large, String after) {
        return new Body(
                List.of(before.getBytes(StandardCharsets.UTF_8), large, after.getBytes(StandardCharsets.UTF_8)));
    }

    /** As many letters. */
    static byte[] letters(int count) {
        byte[] letters = new byte[count];
        Arrays.fill(letters, (byte) 'x');
        return letters;
    }

    /** What the function makes of the numbers below the count, separated by commas. */
    static byte[] list(int count, IntFunction<String> element) {
        StringBuilder list = new StringBuilder();
        IntStream.range(0, count).forEach(i -> list.append(i == 0 ? "" : ",").append(element.apply(i)));
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }

    long length() {
        return parts.stream().mapToLong(part -> part.length).sum();
    }

    void writeTo(OutputStream output, boolean chunked) throws IOException {
        for (byte[] part : parts) {
            for (int from = 0; from < part.length; from += CHUNK) {
                int length = Math.min(CHUNK, part.length - from);
                if (chunked) {
                    output.write("%x\r\n".formatted(length).getBytes(StandardCharsets.US_ASCII));
                }
                output.write(part, from, length);
                if (chunked) {
                    output.write(Call.LINE_END);
                }
            }
        }
        if (chunked) {
            output.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
