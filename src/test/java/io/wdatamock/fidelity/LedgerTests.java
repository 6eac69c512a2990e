package io.wdatamock.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.wire.VendorOperation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** The ledger is complete, and everything that it refers to exists. */
@HttpTest
class LedgerTests {

    @Test
    void everyOperationHasBehavioursAndSoHaveTheSixTogether() {
        assertThat(Ledger.read())
                .extracting(Behaviour::operation)
                .contains(VendorOperation.values())
                .containsNull();
    }

    @Test
    void everyBehaviourIsShownByATestThatExists() {
        Set<String> tests = tests();

        assertThat(Ledger.read())
                .allSatisfy(behaviour -> assertThat(tests)
                        .as("the tests that may show: %s", behaviour.behaviour())
                        .contains(behaviour.test()));
    }

    @Test
    void whatIsPublishedNamesThePageAndWhatIsNotSaysWhy() {
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
    void everyBehaviourSaysSinceWhichContractItHolds() {
        assertThat(Ledger.read()).extracting(Behaviour::since).containsOnly("2026-03-06", "2026-08-07");
    }

    @Test
    void theTokenEndpointsAreAsTheVendorHasThem() {
        assertThat(Ledger.read())
                .filteredOn(behaviour -> behaviour.basis() == Basis.PUBLISHED)
                .extracting(Behaviour::behaviour)
                .contains(
                        "Tokens are issued at /oauth2/token.",
                        "/iam/v1/oauth2/token is deprecated since 2026-02-12 and will be gone on 2029-01-31.");
    }

    @Test
    void noBehaviourOfAnOperationIsListedTwice() {
        assertThat(Ledger.read())
                .extracting(behaviour -> behaviour.operation() + ": " + behaviour.behaviour())
                .doesNotHaveDuplicates();
    }

    @Test
    void itIsServedAsItIsOnFileInEverySandbox(Api api) {
        Answer answer = api.get("/__mock/fidelity").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/behaviours").size())
                .isEqualTo(Ledger.read().size());
        assertThat(answer.json().at("/behaviours/0").propertyNames())
                .containsExactly("behaviour", "basis", "since", "source", "test");
        assertThat(api.outside("GET", "/__mock/fidelity").send().text()).isEqualTo(answer.text());
        assertThat(answer.text()).contains("""
                {"operation":"listConnections","behaviour":"With a cursor, limit is ignored.","basis":"published","since":"2026-03-06",\
                "source":"https://developers.workiva.com/wdata-v1/wdata-listconnections.html",\
                "test":"ListHttpTests.aCursorDecidesLimitAndFiltersAndOffset"}""");
    }

    /** The tests of this project as the ledger names them. */
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
