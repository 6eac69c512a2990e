package sample;

import static io.wdatamock.client.WdataMockDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.client.WdataMock;
import io.wdatamock.junit.WdataMockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WdataMockTest
class SyncControllerTests {

    @Autowired
    TestRestTemplate application;

    @Test
    void passesOnSuccess(WdataMock mock) {
        assertThat(application
                        .postForEntity("/sync/instant", null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        mock.verify(refreshConnection("instant"), exactly(1));
    }

    @Test
    void passesOnFailure(WdataMock mock) {
        mock.connection("instant").scripts(failSource());
        assertThat(application
                        .postForEntity("/sync/instant", null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(502);
        mock.verify(refreshConnection("instant"), exactly(1));
    }
}
