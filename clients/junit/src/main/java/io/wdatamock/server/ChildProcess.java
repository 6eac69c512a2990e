package io.wdatamock.server;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Starts the server on the Java of this JVM, in an environment without other settings for it. */
final class ChildProcess {

    /** Options for a short-lived JVM: a quick start matters more than peak performance. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String JVM_OPTIONS = "io.wdatamock.launch.JvmOptions";

    /** The environment variables that a JVM may need; others could configure the server or its JVM. */
    private static final Set<String> INHERITED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "SYSTEMROOT",
            "WINDIR",
            "COMSPEC",
            "XDG_CACHE_HOME",
            "LOCALAPPDATA");

    private ChildProcess() {}

    static Process start(Configuration configuration, ServerDirectory directory) throws IOException {
        Path jar = ServerFiles.unpack(directory.ownFiles()).resolve("wdata-mock.jar");
        return builder(command(jar, configuration, directory))
                .directory(directory.runDirectory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.output().toFile())
                .start();
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase(Locale.ROOT)));
        return builder;
    }

    private static List<String> command(Path jar, Configuration configuration, ServerDirectory directory)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(jvmOptions(jar));
        command.addAll(SHORT_LIVED);
        command.add("-Xmx512m");
        command.add("-Djava.io.tmpdir=" + directory.runDirectory());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--wdata-mock.port-file=" + directory.portFile(),
                "--wdata-mock.exit-on-stdin-close=true"));
        if (configuration.seed() != null) {
            command.add("--wdata-mock.seed=" + Files.writeString(directory.seed(), configuration.seed()));
        }
        configuration.options().forEach(command::add);
        return command;
    }

    /** Returns the options that the server's launcher would use; they name the archive of classes, if there is one. */
    private static List<String> jvmOptions(Path jar) throws IOException {
        URL[] classes = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            return List.of(
                    (String[]) loader.loadClass(JVM_OPTIONS).getMethod("find").invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IOException("The options of the JVM cannot be read from " + jar, e);
        }
    }

    private static Path java() {
        boolean isWindows = File.separatorChar == '\\';
        return Path.of(System.getProperty("java.home"), "bin", isWindows ? "java.exe" : "java");
    }

    /**
     * Closes the standard input, on which the server stops, and kills the process if it does not end within 5 seconds.
     */
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
