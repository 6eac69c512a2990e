package io.wdatamock.wire;

import java.io.Reader;

/** A long JSON document that can be read several times, so that parts of it are copied without the parser. */
@FunctionalInterface
public interface JsonSource {

    /** The attribute in which a deserializer finds the source of the document. */
    String ATTRIBUTE = JsonSource.class.getName();

    /** Returns a reader at the first character of the document. */
    Reader reader();
}
