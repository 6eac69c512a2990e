package sample;

import static io.wdatamock.client.WdataMockDsl.*;

import io.wdatamock.client.WdataMock;
import io.wdatamock.junit.WdataMockTest;
import io.wdatamock.wire.VendorOperation;
import org.junit.jupiter.api.Test;

/** The example of docs/clients.md. */
@WdataMockTest
class LostResponseTests {

    @Test
    void recoversFromALostResponseAndAFailure(WdataMock mock) {
        mock.clock().freeze();
        mock.connection("instant").scripts(succeed(), failSource(), succeed());
        mock.faults()
                .add(fault(disconnect())
                        .on(VendorOperation.REFRESH_CONNECTION)
                        .times(1)
                        .after());

        new SyncJob(mock.baseUrl()).run();

        mock.verify(refreshConnection("instant"), exactly(3));
    }
}
