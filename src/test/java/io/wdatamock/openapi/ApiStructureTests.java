package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.openapi.structure.ApiStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The comparison of structures reports relevant differences only. */
@HttpTest
class ApiStructureTests {

    private static final String SCHEMAS = "/components/schemas/";
    private static final String LIST = "/paths/~1api~1v1~1connections/get";
    private static final String REFRESH = "/paths/~1api~1v1~1connections~1{connectionId}~1refresh/post";

    private static final Set<String> EXEMPT = Set.of(
            "description",
            "summary",
            "title",
            "example",
            "examples",
            "externalDocs",
            "servers",
            "security",
            "securitySchemes");

    private ObjectNode document;
    private ApiStructure structure;

    @BeforeEach
    void fetch(ApiClient api) {
        document = (ObjectNode) Documents.fetch(api.root());
        structure = ApiStructure.of(document);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ConnectionDto/properties/metadata                         | - ConnectionDto.metadata: additionalProperties={} readOnly=true type=object
                    ConnectionDto/properties/lastRun/readOnly                 | ~ ConnectionDto.lastRun: was ConnectionRunDto readOnly=true, now ConnectionRunDto
                    ConnectionDto/properties/created/format                   | ~ ConnectionDto.created: was format=date-time readOnly=true type=string, now readOnly=true type=string
                    ConnectionDto/properties/metadata/additionalProperties    | ~ ConnectionDto.metadata: was additionalProperties={} readOnly=true type=object, now readOnly=true type=object
                    RefreshConnectionDto/properties/workspaceId/writeOnly     | ~ RefreshConnectionDto.workspaceId: was type=string writeOnly=true, now type=string
                    SingleError/required/0                                    | ~ SingleError: was required=[body,code] type=object, now required=[code] type=object
                    """)
    void removalFromASchemaIsADifference(String place, String difference) {
        remove(JsonPointer.compile(SCHEMAS + place));

        assertThat(differences()).containsExactly(difference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /operationId                                           | "listAll"
                    /parameters/5/schema/minimum                           | 0
                    /parameters/5/schema/maximum                           | 999
                    /parameters/5/schema/format                            | "int64"
                    /parameters/5/required                                 | true
                    /parameters/5/in                                       | "header"
                    /parameters/0/schema/enum                              | ["document"]
                    /responses/200/content/application~1json/schema/$ref   | "#/components/schemas/SingleError"
                    /responses/400/content/*~1*/schema/oneOf               | []
                    /responses/404/content                                 | {}
                    """)
    void changeOfAnOperationIsADifference(String place, String value) {
        replace(JsonPointer.compile(LIST + place), JsonMapper.shared().readTree(value));

        assertThat(differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference).containsPattern("^[-+~] GET  /api/v1/connections"));
    }

    @Test
    void otherMediaTypeIsADifference() {
        ObjectNode content = (ObjectNode) document.at(LIST + "/responses/403/content");
        content.set("*/*", content.remove("application/json"));

        assertThat(differences())
                .containsExactly(
                        "+ GET  /api/v1/connections 403 */*: SingleError",
                        "- GET  /api/v1/connections 403 application/json: SingleError");
    }

    @Test
    void additionIsADifference() {
        ((ObjectNode) document.at(SCHEMAS + "SingleError/properties"))
                .putObject("hint")
                .put("type", "string");
        ((ObjectNode) document.at(REFRESH)).put("deprecated", true);
        ((ObjectNode) document.at(REFRESH + "/requestBody")).remove("required");

        assertThat(differences())
                .containsExactly(
                        "~ POST /api/v1/connections/{connectionId}/refresh: was refreshConnection tags=[Connection "
                                + "Management], now refreshConnection deprecated=true tags=[Connection Management]",
                        "~ POST /api/v1/connections/{connectionId}/refresh body: was required, now optional",
                        "+ SingleError.hint: type=string");
    }

    @Test
    void removalOfAnythingButTextsIsADifference() {
        ObjectNode whole = document;
        List<JsonPointer> places = places(whole, JsonPointer.empty(), new ArrayList<>());
        assertThat(places).hasSizeGreaterThan(500);

        assertThat(places.stream().filter(place -> {
                    document = whole.deepCopy();
                    remove(place);
                    return differences().isEmpty();
                }))
                .allMatch(place -> place.toString().endsWith("/required"), "the default")
                .noneMatch(place -> whole.at(place).booleanValue());
    }

    @Test
    void textsAndOrderAreNoDifference() {
        Documents.operations(document)
                .forEach(operation ->
                        ((ObjectNode) operation).put("summary", "another").put("description", "another"));
        ArrayNode filter = (ArrayNode) document.at(LIST + "/parameters/0/schema/enum");
        filter.add(filter.remove(0));
        ArrayNode parameters = (ArrayNode) document.at(LIST + "/parameters");
        parameters.add(parameters.remove(0));

        assertThat(differences()).isEmpty();
    }

    @Test
    void changedTagsAndDefaultsAreDifferences() {
        ((ObjectNode) document.at(REFRESH)).putArray("tags").add("Other");
        ((ObjectNode) document.at(SCHEMAS + "RefreshConnectionDto/properties/usePreviousSourceParameters"))
                .put("default", true);

        assertThat(differences()).hasSize(2);
    }

    @Test
    void enumInASeparateComponentIsNoDifference() {
        JsonNode status = document.at(SCHEMAS + "ConnectionRunDto/properties/sourceStatus");
        ObjectNode shared = ((ObjectNode) status).deepCopy();
        shared.remove("readOnly");
        ((ObjectNode) document.at("/components/schemas")).set("RunStatus", shared);
        ((ObjectNode) status)
                .removeAll()
                .put("$ref", "#/components/schemas/RunStatus")
                .put("readOnly", true);

        assertThat(differences()).isEmpty();
    }

    private List<String> differences() {
        return structure.changesTo(ApiStructure.of(document));
    }

    private void remove(JsonPointer place) {
        JsonNode parent = document.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.remove(place.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(place.last().getMatchingProperty());
        }
    }

    private void replace(JsonPointer place, JsonNode value) {
        ((ObjectNode) document.at(place.head())).set(place.last().getMatchingProperty(), value);
    }

    /** All pointers of a document that belong to its structure. */
    private static List<JsonPointer> places(JsonNode node, JsonPointer here, List<JsonPointer> places) {
        boolean named = here.toString().endsWith("/properties");
        node.forEachEntry((key, value) -> {
            if (named || !isExempt(here, key)) {
                places.add(here.appendProperty(key));
                places(value, here.appendProperty(key), places);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(here.appendIndex(i));
            places(node.get(i), here.appendIndex(i), places);
        }
        return places;
    }

    private static boolean isExempt(JsonPointer here, String key) {
        return here.length() == 0 ? !Set.of("paths", "components").contains(key) : EXEMPT.contains(key);
    }
}
