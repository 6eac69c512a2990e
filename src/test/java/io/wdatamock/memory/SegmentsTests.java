package io.wdatamock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 131_071, 131_072, 131_073, 1_000_000})
    void contentIsReadInBoundedSegments(int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        List<Long> lengths = new ArrayList<>();
        Segments segments = new Segments(lengths::add);
        int half = size / 2;

        segments.write(bytes, 0, half);
        if (size > half) {
            segments.write(bytes[half]);
            segments.readFrom(new ByteArrayInputStream(bytes, half + 1, size), Long.MAX_VALUE);
        }

        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        segments.writeTo(sent, Long.MAX_VALUE);
        assertThat(segments.size()).isEqualTo(size);
        assertThat(segments.toByteArray()).isEqualTo(bytes);
        assertThat(segments.inputStream().readAllBytes()).isEqualTo(bytes);
        assertThat(sent.toByteArray()).isEqualTo(bytes);
        assertThat(lengths).allMatch(length -> length <= 128 << 10);
        assertThat(segments.prefix(3)).isEqualTo(Arrays.copyOf(bytes, Math.min(3, size)));
    }
}
