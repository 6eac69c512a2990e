package io.wdatamock.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/** What a browser asks with whether the file it has is still the right one: the same content gives the same tag. */
final class EntityTag {

    private EntityTag() {}

    static String of(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return '"' + DigestUtils.md5DigestAsHex(content) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException("The live page's " + file.getDescription() + " cannot be read", e);
        }
    }
}
