package io.wdatamock.wire;

import java.io.Reader;

/** A long JSON document that can be read again, so that parts of it are copied without going through the parser. */
@FunctionalInterface
public interface JsonSource {

    /** The attribute under which a reader of JSON finds the source of what it reads. */
    String ATTRIBUTE = JsonSource.class.getName();

    /** The document from its first character on. */
    Reader reader();
}
