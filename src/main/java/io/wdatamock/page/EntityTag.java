package io.wdatamock.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/** Computes the entity tag of a file; equal content has an equal tag. */
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
