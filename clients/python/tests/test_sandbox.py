"""The client of the control API against a real server."""

import re
from datetime import timedelta

import httpx
import pytest

from wdata_mock import ControlError, Sandbox, Server

BEARER = {"Authorization": "Bearer any"}


def refresh(sandbox: Sandbox, connection_id: str, **body: object) -> httpx.Response:
    url = f"{sandbox.base_url}/api/v1/connections/{connection_id}/refresh"
    return httpx.post(url, headers=BEARER, json=body)


def status(sandbox: Sandbox, connection_id: str) -> dict:
    return httpx.get(f"{sandbox.base_url}/api/v1/connections/{connection_id}/status", headers=BEARER).json()["body"]


def test_every_operation_of_the_control_api_is_a_method(wdata_mock: Sandbox) -> None:
    document = httpx.get(f"{wdata_mock.server_url}/v3/api-docs/mock").json()
    operations = {operation["operationId"] for path in document["paths"].values() for operation in path.values()}
    methods = {re.sub("([A-Z])", lambda found: "_" + found[1].lower(), operation) for operation in operations}

    missing = {method for method in methods if not callable(getattr(Sandbox, method, None))}

    assert len(methods) > 25 and not missing
    assert all(getattr(Sandbox, method).__doc__ for method in methods)


def test_scripts_and_clock_decide_how_a_run_goes(wdata_mock: Sandbox) -> None:
    wdata_mock.set_clock(mode="frozen")
    wdata_mock.put_scripts(
        "instant", {"outcome": "fail_source", "pacing": {"type": "timed", "queued": "1s"}}, "succeed"
    )

    assert refresh(wdata_mock, "instant").status_code == 200
    assert status(wdata_mock, "instant")["sourceStatus"] == "not_started"
    wdata_mock.advance_clock(timedelta(seconds=1.5))
    assert status(wdata_mock, "instant")["sourceStatus"] == "running"
    wdata_mock.advance_clock(until={"connection_id": "instant", "stage": "done"})
    assert status(wdata_mock, "instant")["sourceStatus"] == "error"
    assert [run["stage"] for run in wdata_mock.list_runs(connection_id="instant")] == ["done"]


def test_faults_apply(wdata_mock: Sandbox) -> None:
    added = wdata_mock.add_fault({"type": "status", "status": 503}, connection_id="instant", times=1)

    assert refresh(wdata_mock, "instant").status_code == 503
    assert refresh(wdata_mock, "instant").status_code == 200
    assert added["id"] in [fault["id"] for fault in wdata_mock.list_faults()]
    wdata_mock.delete_faults()
    assert wdata_mock.list_faults() == []
    assert wdata_mock.add_fault(profile="flaky-network")
    assert wdata_mock.list_faults()


def test_verify_explains_what_is_missing(wdata_mock: Sandbox) -> None:
    refresh(wdata_mock, "instant")

    wdata_mock.verify(operation="refreshConnection", connection_id="instant", count={"exactly": 1})
    with pytest.raises(AssertionError, match=r"#1 refreshConnection(.|\n)*status: wanted 409, was 200"):
        wdata_mock.verify(operation="refreshConnection", status=409)


def test_free_content_keeps_its_names(wdata_mock: Sandbox) -> None:
    refresh(wdata_mock, "instant", sourceParameters={"fiscal_year": 2026})

    wdata_mock.verify(body_contains={"sourceParameters": {"fiscal_year": 2026}})


def test_a_snapshot_restores_the_sandbox(wdata_mock: Sandbox, wdata_mock_server: Server) -> None:
    refresh(wdata_mock, "slow")
    snapshot = wdata_mock.get_snapshot()
    with wdata_mock_server.sandbox() as other:
        other.restore_snapshot(snapshot)
        assert [run["connectionId"] for run in other.list_runs()] == ["slow"]


def test_events_are_streamed(wdata_mock: Sandbox) -> None:
    [(name, clock)] = wdata_mock.watch_events(limit=1)

    assert name == "clock" and "now" in clock


def test_a_rejected_request_says_why(wdata_mock: Sandbox) -> None:
    with pytest.raises(ControlError, match='mode was "stopped", but must be one of') as error:
        wdata_mock.set_clock(mode="stopped")
    assert error.value.status == 400


def test_a_sandbox_is_deleted_at_its_end(wdata_mock_server: Server) -> None:
    with wdata_mock_server.sandbox("short") as sandbox:
        refresh(sandbox, "instant")
        assert "short" in [one["name"] for one in sandbox.list_sandboxes()]
    default = Sandbox(wdata_mock_server.url)
    assert "short" not in [one["name"] for one in default.list_sandboxes()]
