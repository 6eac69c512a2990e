package io.wdatamock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of sandboxes. */
class TestSandboxTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            SyncTests.retries, SyncTests.retries-7
            größe & co(), gr-e-co--7
            _$weird, weird-7
            ???, test-7
            aVeryLongNameThatGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn, aVeryLongNameThatGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndO-7
            """)
    void namesAreValidAndNumbered(String purpose, String name) {
        assertThat(TestSandbox.name(purpose, 7)).isEqualTo(name).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }
}
