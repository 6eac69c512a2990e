package io.wdatamock.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Starts the server's jar with the Java of this JVM, in an environment in which nothing but its options steers it. */
final class ChildProcess {

    /** What starts a server soonest that is not to live for long: about half the CPU time of a start without them. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

    /** All that a JVM may need of its surroundings; anything else could steer the server or its JVM. */
    private static final Set<String> INHERITED =
            Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "WINDIR", "COMSPEC");

    private ChildProcess() {}

    static Process start(Configuration configuration, ServerDirectory workplace) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(configuration, workplace))
                .directory(workplace.runDirectory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(workplace.output().toFile());
        builder.environment().keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase(Locale.ROOT)));
        return builder.start();
    }

    private static List<String> command(Configuration configuration, ServerDirectory workplace) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(QUICK_START);
        command.add("-Djava.io.tmpdir=" + workplace.runDirectory());
        command.addAll(List.of("-jar", workplace.jar().toString()));
        command.addAll(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--wdata-mock.port-file=" + workplace.portFile(),
                "--wdata-mock.exit-on-stdin-close=true"));
        if (configuration.seed() != null) {
            command.add("--wdata-mock.seed=" + Files.writeString(workplace.seed(), configuration.seed()));
        }
        configuration.options().forEach(command::add);
        return command;
    }

    private static Path java() {
        boolean isWindows = File.separatorChar == '\\';
        return Path.of(System.getProperty("java.home"), "bin", isWindows ? "java.exe" : "java");
    }

    /** Lets the server stop by itself, as it does when nobody holds its input open, and makes sure that it does. */
    static void end(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
