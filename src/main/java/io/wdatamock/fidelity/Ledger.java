package io.wdatamock.fidelity;

import io.wdatamock.wire.VendorOperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The behaviours in {@code fidelity.yaml}: those common to all vendor operations, then those of each operation. */
public final class Ledger {

    private static final String FILE = "/fidelity.yaml";
    private static final String COMMON = "vendorOperations";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Ledger() {}

    /** Reads all behaviours in the order of the file. The file is read each time, because it is rarely requested. */
    public static List<Behaviour> read() {
        try (InputStream file = Objects.requireNonNull(Ledger.class.getResourceAsStream(FILE), FILE)) {
            Map<String, List<Behaviour>> operations = YAML.readValue(file, new TypeReference<>() {});
            return operations.entrySet().stream()
                    .flatMap(operation ->
                            operation.getValue().stream().map(behaviour -> of(operation.getKey(), behaviour)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Behaviour of(String operation, Behaviour behaviour) {
        return new Behaviour(
                operation.equals(COMMON) ? null : VendorOperation.of(operation).orElseThrow(),
                behaviour.behaviour(),
                behaviour.basis(),
                behaviour.since(),
                behaviour.source(),
                behaviour.test(),
                behaviour.check(),
                null);
    }
}
