package io.wdatamock.launch;

import java.nio.file.Path;

/** How a JVM stores loaded classes for later starts. It ignores an archive that does not fit, apart from a warning. */
enum ArchiveFormat {

    /** An AOT cache (JEP 514), which also contains linked classes and profiles; since Java 25. */
    AOT_CACHE("wdata-mock.aot", "-XX:AOTCache=", "-XX:AOTCacheOutput="),

    /** A dynamic CDS archive (JEP 350). */
    CDS_ARCHIVE("wdata-mock.jsa", "-XX:SharedArchiveFile=", "-XX:ArchiveClassesAtExit=");

    private final String fileName;
    private final String use;
    private final String create;

    ArchiveFormat(String fileName, String use, String create) {
        this.fileName = fileName;
        this.use = use;
        this.create = create;
    }

    /** The format of a Java version such as 17. */
    static ArchiveFormat ofJava(int feature) {
        return feature >= 25 ? AOT_CACHE : CDS_ARCHIVE;
    }

    String fileName() {
        return fileName;
    }

    /** The JVM option that uses an archive. */
    String toUse(Path archive) {
        return use + archive;
    }

    /** The JVM option that creates an archive when the JVM ends. */
    String toCreate(Path archive) {
        return create + archive;
    }
}
