package io.wdatamock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit of a process that is out of memory, in processes of their own. */
@Timeout(60)
class OutOfMemoryExitTests {

    /** A process in which the error occurs in another thread or as the cause of a framework's exception. */
    static final class OutOfMemory {

        private OutOfMemory() {}

        public static void main(String[] arguments) throws InterruptedException {
            OutOfMemoryExit.install();
            if (arguments[0].equals("cause")) {
                OutOfMemoryExit.check(new IllegalStateException(new OutOfMemoryError("Java heap space")));
            } else {
                Thread thread = new Thread(() -> System.out.println(new long[Integer.MAX_VALUE - 8].length));
                thread.start();
                thread.join();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cause", "thread"})
    void processExitsAndReportsTheReason(String where) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OutOfMemory.class.getName(),
                        where)
                .start();

        String output = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(output).startsWith("wdata-mock is out of memory and ends");
    }
}
