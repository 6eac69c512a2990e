import unittest

from wdata_client import WdataClient, WdataError
from wdata_mock import Sandbox


class WdataClientTest(unittest.TestCase):
    """The mock's time stands still but while the client waits, so that nothing takes longer than its requests."""

    def setUp(self):
        self.mock = Sandbox()
        self.addCleanup(self.mock.close)
        self.mock.freeze_clock()
        self.waited = 0
        self.client = WdataClient(self.mock.base_url, "nightly-sync", "secret", sleep=self.sleep)

    def sleep(self, seconds):
        self.waited += seconds
        self.mock.advance_clock(seconds)

    def test_waits_for_the_end_of_a_refresh_that_takes_a_minute(self):
        run = self.client.refresh("slow", sourceParameters={"year": 2026})

        self.assertEqual("complete", run["destinationStatus"])
        self.assertEqual("nightly-sync", run["createdBy"])
        self.assertEqual(60, self.waited)
        self.mock.verify(
            operation="refreshConnection",
            bodyContains={"sourceParameters": {"year": 2026}},
            count={"exactly": 1},
        )
        self.mock.verify(operation="getRefreshStatus", connectionId="slow", count={"exactly": 30})

    def test_tells_why_a_refresh_failed_and_the_next_one_works(self):
        self.mock.scripts("instant", {"outcome": "fail_source", "error": "The query timed out."}, {"outcome": "succeed"})

        with self.assertRaisesRegex(WdataError, "The query timed out."):
            self.client.refresh("instant")
        self.client.refresh("instant")

    def test_waits_as_long_as_a_429_says_before_it_tries_again(self):
        self.mock.fault(
            operation="refreshConnection",
            times=2,
            effect={"type": "status", "status": 429, "retryAfter": "PT7S"},
        )

        self.client.refresh("instant")

        self.assertEqual(14, self.waited)
        self.mock.verify(operation="refreshConnection", status=429, count={"exactly": 2})
        self.mock.verify(operation="refreshConnection", status=200, count={"exactly": 1})

    def test_gives_up_when_the_service_stays_down(self):
        self.mock.fault(effect={"type": "status", "status": 503, "message": "Down for maintenance"})

        with self.assertRaisesRegex(WdataError, "Down for maintenance"):
            self.client.refresh("instant")
        self.mock.verify(operation="refreshConnection", status=503, count={"exactly": 4})

    def test_asks_for_a_new_token_when_the_old_one_has_expired(self):
        self.mock.settings(auth="issued")

        self.client.refresh("instant")
        self.mock.advance_clock(600)
        self.client.refresh("instant")

        self.mock.verify(operation="issueToken", count={"exactly": 2})
        self.mock.verify(operation="refreshConnection", status=401, count={"exactly": 1})

    def test_joins_the_run_of_a_refresh_whose_answer_got_lost(self):
        self.mock.fault(operation="refreshConnection", times=1, when="after", effect={"type": "disconnect"})

        run = self.client.refresh("slow")

        self.assertEqual("complete", run["destinationStatus"])
        self.mock.verify(operation="refreshConnection", status=409, count={"exactly": 1})

    def test_reads_all_pages_of_the_list(self):
        connection_ids = [connection["connectionId"] for connection in self.client.connections(page_size=10)]

        self.assertIn("always-succeeds", connection_ids)
        self.assertEqual(len(connection_ids), len(set(connection_ids)))
        pages = -(-len(connection_ids) // 10)
        self.mock.verify(operation="listConnections", count={"exactly": pages})

    def test_refreshes_a_batch(self):
        batch = self.client.refresh_all(["trial-balance-to-10k", "income-statement-to-10k", "cash-flow-to-10k"])

        self.assertEqual(3, len(batch["childRefreshes"]))

    def test_says_what_is_wrong_with_a_connection(self):
        with self.assertRaises(WdataError) as locked:
            self.client.refresh("locked")
        self.assertEqual(423, locked.exception.status)
        with self.assertRaisesRegex(WdataError, "no-such-connection"):
            self.client.refresh("no-such-connection")


if __name__ == "__main__":
    unittest.main()
