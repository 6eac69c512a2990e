package io.wdatamock.testcontainers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.testcontainers.utility.DockerImageName;

/** The image of this version, and the names that stand for the same image. */
final class DefaultImage {

    private static final DockerImageName PUBLISHED = DockerImageName.parse("wdatamock/wdata-mock");
    /** The name in the commands of the documentation. */
    private static final DockerImageName BUILT_LOCALLY = DockerImageName.parse("wdata-mock");

    private DefaultImage() {}

    /** Returns the published image whose tag is the version of this artifact. */
    static DockerImageName name() {
        Properties properties = new Properties();
        try (InputStream file = DefaultImage.class.getResourceAsStream("image.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PUBLISHED.withTag(properties.getProperty("tag"));
    }

    /** Returns the name; throws an {@link IllegalStateException} if it is not declared as a compatible substitute. */
    static DockerImageName requireCompatible(DockerImageName image) {
        image.assertCompatibleWith(PUBLISHED, BUILT_LOCALLY);
        return image;
    }
}
