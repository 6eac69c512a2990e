"""How the server starts and ends."""

import httpx
import pytest

from wdata_mock import Server, StartError


def test_the_server_ends_with_its_context() -> None:
    with Server("--wdata-mock.validation=strict") as server:
        url = server.url
        assert server.sandbox("default").get_settings()["validation"] == "strict"
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_a_wrong_option_says_why() -> None:
    with pytest.raises(StartError, match='wdata-mock.validation was "loose"'), Server("--wdata-mock.validation=loose"):
        pass


def test_without_java_the_message_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wdata_mock.java.find_java", lambda: None)
    with pytest.raises(StartError, match=r"pip install wdata-mock\[java\]"), Server():
        pass


def test_a_server_that_runs_already_is_used_and_not_ended(wdata_mock_server: Server) -> None:
    with Server(url=wdata_mock_server.url) as server:
        assert server.url == wdata_mock_server.url
    assert httpx.get(f"{wdata_mock_server.url}/actuator/health/readiness").status_code == 200
