package io.wdatamock.conformance;

import static io.wdatamock.conformance.ApiRequest.get;
import static io.wdatamock.conformance.ApiRequest.segment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requests for the connection of the user. */
class ConnectionTests {

    private final Service service = Service.underTest();
    private final String connection = Parameters.FROM_PROPERTIES.connection();

    @Test
    void connectionHasItsId() {
        assertThat(service.send(get(segment(connection))).expect(200).text("connectionId"))
                .isEqualTo(connection);
    }

    @Test
    void connectionIsFoundInItsWorkspace() {
        ApiResponse response = service.send(get(segment(connection))).expect(200);

        ApiResponse again = service.send(get(segment(connection)).with("workspaceId", response.text("workspaceId")))
                .expect(200);

        assertThat(again.text("connectionId")).isEqualTo(connection);
    }
}
