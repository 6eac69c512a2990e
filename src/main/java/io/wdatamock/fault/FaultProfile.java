package io.wdatamock.fault;

import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import io.wdatamock.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A named set of faults that are added together. The profiles are in {@code fault-profiles.yaml}. */
public record FaultProfile(String name, String description, List<Fault> faults) {

    private static final String FILE = "/fault-profiles.yaml";

    /** Reads all profiles in the order of the file. The file is read each time, because it is rarely requested. */
    public static List<FaultProfile> all() {
        try (InputStream file = Objects.requireNonNull(FaultProfile.class.getResourceAsStream(FILE), FILE)) {
            return WireJson.MAPPER.convertValue(YAMLMapper.shared().readTree(file), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the profile with this name; throws 400 if there is none. */
    public static FaultProfile named(String name) {
        List<FaultProfile> all = all();
        return all.stream()
                .filter(profile -> profile.name.equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.badRequest(
                        "profile",
                        "profile was %s, but must be one of %s"
                                .formatted(
                                        Sanitizer.quote(name),
                                        String.join(
                                                ", ",
                                                all.stream()
                                                        .map(FaultProfile::name)
                                                        .toList()))));
    }
}
