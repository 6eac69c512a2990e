package io.wdatamock.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prints the options with which this Java starts the server quickly, one per line. The first start also begins to create
 * the archive of classes, in a process of its own with the lowest priority, which takes about 20 seconds.
 *
 * <pre>java -cp wdata-mock.jar io.wdatamock.launch.JvmOptions</pre>
 */
public final class JvmOptions {

    private JvmOptions() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(String.join(System.lineSeparator(), find()));
    }

    /** Returns the options; clients in Java call this method in their own JVM. */
    public static String[] find() throws IOException {
        Distribution distribution = Distribution.ofThisClass();
        int java = Runtime.version().feature();
        List<String> options = new ArrayList<>(distribution.jvmOptions(java));
        ArchiveFormat format = ArchiveFormat.ofJava(java);
        findArchive(distribution, format).ifPresent(archive -> options.add(format.toUse(archive)));
        return options.toArray(String[]::new);
    }

    /** Never fails, because the server starts without an archive too. */
    private static Optional<Path> findArchive(Distribution distribution, ArchiveFormat format) {
        try {
            Optional<Path> builtIn = ClassArchive.of(distribution, distribution.builtInCache(), format)
                    .find();
            Optional<CacheDirectory> cache = CacheDirectory.ofUser();
            return builtIn.isPresent() || cache.isEmpty() ? builtIn : findOrTrain(distribution, cache.get(), format);
        } catch (IOException e) {
            System.err.println("wdata-mock: starts without an archive of classes: " + e);
            return Optional.empty();
        }
    }

    private static Optional<Path> findOrTrain(Distribution distribution, CacheDirectory cache, ArchiveFormat format)
            throws IOException {
        ClassArchive archive = ClassArchive.of(distribution, cache, format);
        Optional<Path> found = archive.find();
        if (found.isEmpty() && archive.isWanted()) {
            startTraining(distribution);
        }
        return found;
    }

    private static void startTraining(Distribution distribution) throws IOException {
        List<String> command = new ArrayList<>();
        Path nice = Path.of("/usr/bin/nice");
        if (Files.isExecutable(nice)) {
            command.addAll(List.of(nice.toString(), "-n", "19"));
        }
        command.addAll(ServerProcess.java("-Xmx64m", "-cp", distribution.jar().toString()));
        command.add(Training.class.getName());
        ProcessBuilder builder = ServerProcess.builder(command);
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
    }
}
