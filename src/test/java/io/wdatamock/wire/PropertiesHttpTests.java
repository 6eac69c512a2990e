package io.wdatamock.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every documented property occurs in a response, and no response has an undocumented one. */
@HttpTest
class PropertiesHttpTests {

    private static final String REFRESH = "[{\"connectionId\": \"initiation-fails\"}]";

    /** A kind of response and the path of the record in it. */
    static List<Arguments> shapes() {
        return List.of(
                Arguments.of(ConnectionDto.class, "/body", List.of("connection", "seeded", "described")),
                Arguments.of(ConnectionDto.class, "/body/0", List.of("list", "describedList")),
                Arguments.of(
                        ResourcePropertiesDto.class, "/body/sourceResourceProperties", List.of("described", "missing")),
                Arguments.of(ResourceMessageDto.class, "/body/sourceResourceProperties/messages/0", List.of("missing")),
                Arguments.of(ConnectionRunDto.class, "/body", List.of("run", "status")),
                Arguments.of(ConnectionRunDto.class, "/body/lastRun", List.of("connection")),
                Arguments.of(ConnectionRunDto.class, "/body/childRefreshes/0", List.of("batch", "batchStatus")),
                Arguments.of(RefreshBatchDto.class, "/body", List.of("batch", "batchStatus")),
                Arguments.of(BaseResponse.class, "", List.of("run")),
                Arguments.of(PagedResponse.class, "", List.of("list")),
                Arguments.of(VendorError.SingleError.class, "", List.of("notFound")),
                Arguments.of(VendorError.MultiError.class, "", List.of("malformed")),
                Arguments.of(BaseErrorResponseDetail.class, "/details/0", List.of("notFound", "malformed")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyPropertyOccursInAResponse(
            Class<? extends Record> type, String pointer, List<String> responses, ApiClient api) {
        Set<String> seen = new HashSet<>();
        for (String response : responses) {
            JsonNode node = response(response, api).json().at(pointer);
            assertThat(node.isObject()).as("%s of %s", pointer, response).isTrue();
            seen.addAll(node.propertyNames());
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void absentFieldsAreNotNull(ApiClient api) {
        for (String response : List.of(
                "connection",
                "seeded",
                "described",
                "missing",
                "list",
                "run",
                "status",
                "batch",
                "batchStatus",
                "notFound",
                "malformed")) {
            assertThat(response(response, api).text()).as(response).doesNotContain("null");
        }
        assertThat(api.get("/__mock/nowhere").send().text()).doesNotContain("null");
    }

    private static ApiResponse described(String connectionId, ApiClient api) {
        return api.get("/api/v1/connections/" + connectionId + "?includeSourceResourceProperties=true")
                .send();
    }

    private static ApiResponse response(String name, ApiClient api) {
        api.saveConnection("""
                {"connectionId": "full", "name": "n", "description": "d", "metadata": {"a": 1}, "sourceId": "full",
                 "created": "2020-01-01T00:00:00Z", "scripts": [{"outcome": "fail_initiation"}]}""");
        return switch (name) {
            case "connection" -> {
                api.refresh("full").assertOk();
                yield api.connection("full");
            }
            case "seeded" -> api.connection("trial-balance-to-10k");
            case "described" -> described("trial-balance-to-10k", api);
            case "missing" -> described("source-missing", api);
            case "describedList" -> api.list("?limit=1&includeSourceResourceProperties=true");
            case "list" -> {
                api.refresh("full").assertOk();
                yield api.list("?limit=1");
            }
            case "run" -> api.refresh("full");
            case "status" -> {
                api.refresh("full").assertOk();
                yield api.status("full");
            }
            case "batch" -> api.batch(REFRESH);
            case "batchStatus" -> api.batchStatus(api.batch(REFRESH).at("/body/batchRefreshId"));
            case "notFound" -> api.connection("nobody");
            case "malformed" -> api.list("?limit=0");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
