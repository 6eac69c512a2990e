package io.wdatamock.conformance;

import static io.wdatamock.conformance.Call.get;
import static io.wdatamock.conformance.Call.segment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The connection that the user names can be looked at. */
class ConnectionTests {

    private final Service service = Service.underTest();
    private final String connection = Given.PROPERTIES.connection();

    @Test
    void aConnectionTellsItsId() {
        assertThat(service.answer(get(segment(connection))).expect(200).text("connectionId"))
                .isEqualTo(connection);
    }

    @Test
    void aConnectionIsFoundInItsWorkspace() {
        Answer answer = service.answer(get(segment(connection))).expect(200);

        Answer again = service.answer(get(segment(connection)).with("workspaceId", answer.text("workspaceId")))
                .expect(200);

        assertThat(again.text("connectionId")).isEqualTo(connection);
    }
}
