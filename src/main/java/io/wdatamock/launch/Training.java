package io.wdatamock.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates the archive of classes of a distribution for this Java: starts the server, sends requests, and stops it; the
 * JVM then writes the archive. The cache is that of the user unless a directory is given.
 *
 * <pre>java -cp wdata-mock.jar io.wdatamock.launch.Training [DIRECTORY]</pre>
 */
public final class Training {

    private final Distribution distribution;
    private final ArchiveFormat format;
    private final int java;

    private Training(Distribution distribution, int java) {
        this.distribution = distribution;
        this.java = java;
        this.format = ArchiveFormat.ofJava(java);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        CacheDirectory cache = arguments.length > 0
                ? CacheDirectory.at(Path.of(arguments[0]).toAbsolutePath())
                : CacheDirectory.ofUser().orElseThrow(() -> new IOException("The user has no directory for caches"));
        Training training =
                new Training(Distribution.ofThisClass(), Runtime.version().feature());
        ClassArchive archive = ClassArchive.of(training.distribution, cache, training.format);
        archive.create(training::create);
        System.out.println(archive.find()
                .orElseThrow(() -> new IOException(
                        archive + " is being created by another process, or failed.log beside it has the reason")));
    }

    private boolean create(Path archive, Path log) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(distribution.jvmOptions(java));
        options.add(format.toCreate(archive));
        ServerProcess server = ServerProcess.start(distribution, options, log);
        try {
            new TrainingRequests(server.awaitUrl()).send();
            server.stop();
            return Files.isRegularFile(archive);
        } catch (IOException e) {
            Files.writeString(log, e + System.lineSeparator(), StandardOpenOption.APPEND);
            return false;
        } finally {
            server.kill();
        }
    }
}
