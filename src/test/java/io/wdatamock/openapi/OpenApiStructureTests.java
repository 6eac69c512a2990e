package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.openapi.structure.ApiStructure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document has the structure of the vendor's. */
@HttpTest
class OpenApiStructureTests {

    private static final String CONTRACT = "openapi.contract";

    private JsonNode document;

    @BeforeEach
    void fetch(ApiClient api) {
        document = Documents.fetch(api.root());
    }

    @Test
    void structureEqualsTheFile() {
        Golden.of("src/test/resources/openapi/structure.txt")
                .expect(ApiStructure.of(document).toText());
    }

    /** Compares with the vendor's document, which this project does not copy: -Dopenapi.contract names the file. */
    @Test
    void structureEqualsTheVendors() {
        JsonNode contract = contract();

        assertThat(ApiStructure.of(document).changesTo(ApiStructure.of(contract)))
                .isEmpty();
        assertThat(ApiStructure.of(contract).facts()).hasSizeGreaterThan(100);
    }

    @Test
    void descriptionsDifferFromTheVendors() {
        List<String> theirs = Documents.descriptions(contract()).toList();

        assertThat(Documents.descriptions(document)).doesNotContainAnyElementsOf(theirs);
    }

    private static JsonNode contract() {
        String file = System.getProperty(CONTRACT, "");
        if (file.isEmpty()) {
            System.out.printf("SKIPPED: the comparison with the vendor's document needs -D%s=<file>%n", CONTRACT);
        }
        assumeThat(file).as(CONTRACT).isNotEmpty();
        return new YAMLMapper().readTree(Path.of(file).toFile());
    }
}
