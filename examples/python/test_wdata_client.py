"""The clock of the sandbox stands still except while the client waits, so waiting takes no time."""

from datetime import timedelta

import pytest
from wdata_client import WdataClient, WdataError
from wdata_mock import Sandbox


class Client(WdataClient):
    """A client whose waiting advances the clock."""

    def __init__(self, mock):
        super().__init__(mock.base_url, "nightly-sync", "secret", sleep=self._advance)
        self.mock = mock
        self.waited = 0

    def _advance(self, seconds):
        self.waited += seconds
        self.mock.advance_clock(timedelta(seconds=seconds))


@pytest.fixture
def client(wdata_mock: Sandbox):
    wdata_mock.set_clock(mode="frozen")
    return Client(wdata_mock)


def test_waits_for_the_end_of_a_refresh_that_takes_a_minute(wdata_mock, client):
    run = client.refresh("slow", sourceParameters={"year": 2026})

    assert run["destinationStatus"] == "complete"
    assert run["createdBy"] == "nightly-sync"
    assert client.waited == 60
    wdata_mock.verify(
        operation="refreshConnection",
        body_contains={"sourceParameters": {"year": 2026}},
        count={"exactly": 1},
    )
    wdata_mock.verify(operation="getRefreshStatus", connection_id="slow", count={"exactly": 30})


def test_says_why_a_refresh_failed_and_the_next_one_works(wdata_mock, client):
    wdata_mock.put_scripts("instant", {"outcome": "fail_source", "error": "The query timed out."}, "succeed")

    with pytest.raises(WdataError, match="The query timed out."):
        client.refresh("instant")
    client.refresh("instant")


def test_waits_as_long_as_a_429_says_before_it_tries_again(wdata_mock, client):
    effect = {"type": "status", "status": 429, "retryAfter": "PT7S"}
    wdata_mock.add_fault(effect, operation="refreshConnection", times=2)

    client.refresh("instant")

    assert client.waited == 14
    wdata_mock.verify(operation="refreshConnection", count={"exactly": 3}, after_retry_after=True)


def test_gives_up_when_the_service_stays_down(wdata_mock, client):
    wdata_mock.add_fault({"type": "status", "status": 503, "message": "Down for maintenance"})

    with pytest.raises(WdataError, match="Down for maintenance"):
        client.refresh("instant")
    wdata_mock.verify(operation="refreshConnection", status=503, count={"exactly": 4})


def test_asks_for_a_new_token_when_the_old_one_has_expired(wdata_mock, client):
    wdata_mock.patch_settings(auth="issued")

    client.refresh("instant")
    wdata_mock.advance_clock("10m")
    client.refresh("instant")

    wdata_mock.verify(operation="issueToken", count={"exactly": 2})
    wdata_mock.verify(operation="refreshConnection", status=401, count={"exactly": 1})


def test_joins_the_run_of_a_refresh_whose_response_got_lost(wdata_mock, client):
    wdata_mock.add_fault({"type": "disconnect"}, operation="refreshConnection", when="after", times=1)

    run = client.refresh("slow")

    assert run["destinationStatus"] == "complete"
    wdata_mock.verify(operation="refreshConnection", status=409, count={"exactly": 1})


def test_reads_all_pages_of_the_list(wdata_mock, client):
    connection_ids = [connection["connectionId"] for connection in client.connections(page_size=10)]

    assert "always-succeeds" in connection_ids
    assert len(connection_ids) == len(set(connection_ids))
    wdata_mock.verify(operation="listConnections", count={"exactly": -(-len(connection_ids) // 10)})


def test_refreshes_a_batch(client):
    batch = client.refresh_all(["trial-balance-to-10k", "income-statement-to-10k", "cash-flow-to-10k"])

    assert len(batch["childRefreshes"]) == 3


def test_says_what_is_wrong_with_a_connection(client):
    with pytest.raises(WdataError) as locked:
        client.refresh("locked")
    assert locked.value.status == 423
    with pytest.raises(WdataError, match="no-such-connection"):
        client.refresh("no-such-connection")
