package io.wdatamock.har;

import java.util.List;

/** A HAR 1.2 file (http://www.softwareishard.com/blog/har-12-spec/), as far as the journal has its values. */
public record Har(Log log) {

    /** The media type of HAR files. It is not registered, but common. */
    public static final String MEDIA_TYPE = "application/har+json";

    /** The version of the format. */
    static final String VERSION = "1.2";

    /** The content of the file; {@code entries} are in the order of their arrival. */
    record Log(String version, Creator creator, List<HarEntry> entries) {

        Log {
            entries = List.copyOf(entries);
        }
    }

    /** The program that wrote the file. */
    record Creator(String name, String version) {}
}
