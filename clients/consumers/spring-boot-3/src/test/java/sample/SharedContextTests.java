package sample;

import static io.wdatamock.client.WdataMockDsl.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.client.WdataMock;
import io.wdatamock.junit.WdataMockTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.SpringVersion;

/** A second class with the same context. It shares the sandbox, which is reset before each test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WdataMockTest
class SharedContextTests {

    @Value("${wdata-mock.base-url}")
    String baseUrl;

    @Test
    void theMockIsABean(@Autowired WdataMock bean, @Autowired SyncController controller) {
        assertThat(SpringVersion.getVersion()).as("the user's own Spring").startsWith("6.");
        assertThat(bean.baseUrl()).isEqualTo(baseUrl);
        bean.verify(anyRequest(), never());

        controller.sync("instant");

        bean.verify(refreshConnection("instant").answered(200), exactly(1));
    }
}
