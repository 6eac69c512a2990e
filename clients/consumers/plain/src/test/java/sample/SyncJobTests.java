package sample;

import static io.wdatamock.client.WdataMockDsl.*;

import io.wdatamock.client.WdataMock;
import io.wdatamock.junit.WdataMockTest;
import org.junit.jupiter.api.Test;

@WdataMockTest
class SyncJobTests {

    @Test
    void retriesAfterOneFailure(WdataMock mock) {
        mock.connection("instant").scripts(failSource(), succeed());

        new SyncJob(mock.baseUrl()).run();

        mock.verify(refreshConnection("instant"), exactly(2));
    }
}
