package io.wdatamock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wdatamock.client.Connection;
import io.wdatamock.client.VendorClient;
import io.wdatamock.client.WdataMock;
import io.wdatamock.config.Validation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seeds and settings of a test, by annotation and by registration. */
class SeedTests {

    @Nested
    @WdataMockTest(seed = "classpath:seeds/payroll.yaml", settings = "wdata-mock.validation=strict")
    class FromTheClassPath {

        @Test
        void sandboxesHaveTheSeed(WdataMock mock) {
            assertThat(mock.connections()).extracting(Connection::connectionId).containsExactly("payroll");
            assertThat(new VendorClient(mock).refresh("payroll", "{}").body())
                    .contains("\"sourceStatus\":\"not_started\"");
        }

        @Test
        void serverHasTheSettings(WdataMock mock) {
            assertThat(mock.settings().validation()).isEqualTo(Validation.STRICT);
        }

        @Nested
        class Inside {

            @Test
            void nestedClassesInheritThem(WdataMock mock) {
                assertThat(mock.connections()).hasSize(1);
            }
        }

        @Nested
        @WdataMockTest
        class Otherwise {

            @Test
            void nestedClassesCanOverrideThem(WdataMock mock) {
                assertThat(mock.connection("instant").get().connectionId()).isEqualTo("instant");
            }
        }
    }

    @Nested
    class FromAFile {

        @RegisterExtension
        static final WdataMockExtension MOCKS = WdataMockExtension.builder()
                .seed("src/test/resources/seeds/payroll.json")
                .setting("wdata-mock.control.token", "let-me-in")
                .build();

        @Test
        void registeredExtensionHasItsOwnConfiguration(WdataMock mock) {
            assertThat(mock.connections()).extracting(Connection::name).containsExactly("Payroll in JSON");
        }
    }

    @Test
    void missingSeedIsReported() {
        assertThatThrownBy(() -> WdataMockExtension.builder().seed("classpath:none.yaml"))
                .hasMessageContaining("Seed \"classpath:none.yaml\" cannot be read")
                .hasMessageContaining("there is no such resource");
        assertThatThrownBy(() -> WdataMockExtension.builder().seed("none.yaml"))
                .hasMessageContaining("Seed \"none.yaml\" cannot be read: java.nio.file.NoSuchFileException");
    }
}
