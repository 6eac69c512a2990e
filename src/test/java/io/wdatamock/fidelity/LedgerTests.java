package io.wdatamock.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import io.wdatamock.wire.VendorOperation;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** The ledger is complete and its references exist. */
@HttpTest
class LedgerTests {

    @Test
    void everyOperationHasBehaviours() {
        assertThat(Ledger.read())
                .extracting(Behaviour::operation)
                .contains(VendorOperation.values())
                .containsNull();
    }

    @Test
    void everyBehaviourNamesAnExistingTest() {
        Set<String> tests = tests();

        assertThat(Ledger.read())
                .allSatisfy(behaviour -> assertThat(tests)
                        .as("the tests that may show: %s", behaviour.behaviour())
                        .contains(behaviour.test()));
    }

    @Test
    void publishedBehavioursNameAPageAndOthersAReason() {
        assertThat(Ledger.read()).allSatisfy(behaviour -> {
            assertThat(behaviour.behaviour()).matches(".{10,}\\.");
            assertThat(behaviour.source())
                    .as(behaviour.behaviour())
                    .matches(
                            behaviour.basis() == Basis.PUBLISHED
                                    ? "https://(developers|support)\\.workiva\\.com/.*"
                                    : ".{20,}\\.");
        });
    }

    @Test
    void everyBehaviourNamesItsContractVersion() {
        assertThat(Ledger.read()).extracting(Behaviour::since).containsOnly("2026-03-06", "2026-08-07");
    }

    @Test
    void tokenEndpointsMatchTheVendors() {
        assertThat(Ledger.read())
                .filteredOn(behaviour -> behaviour.basis() == Basis.PUBLISHED)
                .extracting(Behaviour::behaviour)
                .contains(
                        "Tokens are issued at /oauth2/token.",
                        "/iam/v1/oauth2/token has been deprecated since 2026-02-12 and will be removed on 2029-01-31.");
    }

    @Test
    void noBehaviourOfAnOperationIsListedTwice() {
        assertThat(Ledger.read())
                .extracting(behaviour -> behaviour.operation() + ": " + behaviour.behaviour())
                .doesNotHaveDuplicates();
    }

    @Test
    void isServedUnchangedInEverySandbox(ApiClient api) {
        ApiResponse response = api.get("/__mock/fidelity").assertStatus(200);
        assertThat(response.json().at("/behaviours").size())
                .isEqualTo(Ledger.read().size());
        assertThat(response.json().at("/behaviours/0").propertyNames())
                .containsExactly("behaviour", "basis", "since", "source", "test", "check");
        assertThat(api.root().get("/__mock/fidelity").send().text()).isEqualTo(response.text());
        assertThat(response.text()).contains("""
                {"operation":"listConnections","behaviour":"With a cursor, limit is ignored.","basis":"published","since":"2026-03-06",\
                "source":"https://developers.workiva.com/wdata-v1/wdata-listconnections.html",\
                "test":"ListHttpTests.cursorOverridesLimitFiltersAndOffset"}""");
    }

    @Test
    void eachCheckBelongsToOneBehaviour() {
        assertThat(Ledger.read())
                .extracting(Behaviour::check)
                .filteredOn(Objects::nonNull)
                .containsExactlyInAnyOrderElementsOf(Checks.BY_NAME.keySet());
    }

    /** The names of all tests, in the ledger's format. */
    private static Set<String> tests() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("io.wdatamock").stream()
                        .flatMap(LedgerTests::tests)
                        .collect(Collectors.toSet());
    }

    private static Stream<String> tests(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(Testable.class))
                .map(method -> type.getSimpleName() + "." + method.getName());
    }
}
