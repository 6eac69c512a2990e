"""The pytest plugin: the fixture `wdata_mock` is a new sandbox for each test.

The server starts with the first test that uses the fixture, and with pytest-xdist once for all workers. With the
environment variable WDATA_MOCK_URL, the plugin uses the server there. If a test fails, its report contains the requests
of the client and the reasons for the responses.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from .java import StartError
from .sandbox import ControlError, Sandbox
from .server import Server

OPTIONS = "wdata_mock_options"
WORKER_URL = "wdata_mock_url"
MAX_REPORTED = 50

_server = pytest.StashKey[Server]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini(OPTIONS, "options of the wdata-mock server, such as --wdata-mock.validation=strict", default="")


def _prepared(config: pytest.Config) -> Server:
    """Returns the server of this run, which is not started yet."""
    if _server not in config.stash:
        worker_input: dict[str, Any] = getattr(config, "workerinput", {})
        url = worker_input.get(WORKER_URL) or os.environ.get("WDATA_MOCK_URL")
        config.stash[_server] = Server(*shlex.split(config.getini(OPTIONS)), url=url)
    return config.stash[_server]


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Starts the server for the workers of pytest-xdist, which run in other processes."""
    try:
        node.workerinput[WORKER_URL] = _prepared(node.config).launch().url
    except StartError as error:
        raise pytest.UsageError(str(error)) from error


def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(_server, None)
    if server is not None:
        server.close()


@pytest.fixture(scope="session")
def wdata_mock_server(pytestconfig: pytest.Config) -> Server:
    """The server of the session."""
    server = _prepared(pytestconfig)
    try:
        httpx.get(server.launch().url)  # waits for the start
    except StartError as error:
        pytest.fail(str(error), pytrace=False)
    except httpx.TransportError as error:
        pytest.fail(f"There is no server at {server.url}: {error}", pytrace=False)
    return server


@pytest.fixture
def wdata_mock(wdata_mock_server: Server) -> Iterator[Sandbox]:
    """A new sandbox, which is deleted after the test. Point the client at its `base_url`."""
    with wdata_mock_server.sandbox() as sandbox:
        yield sandbox


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    sandbox = getattr(item, "funcargs", {}).get("wdata_mock")
    if report.when == "call" and report.failed and isinstance(sandbox, Sandbox):
        report.sections.append((f"wdata-mock: sandbox {sandbox.name}", _explain(sandbox, item.config)))
    return report


def _explain(sandbox: Sandbox, config: pytest.Config) -> str:
    """Returns a line for each request, the oldest first, and why it was answered that way."""
    try:
        requests = sandbox.list_requests(limit=MAX_REPORTED)
    except (ControlError, httpx.HTTPError) as error:
        return _prepared(config).failure() or f"The requests cannot be read: {error}"
    lines = []
    for request in reversed(requests):
        status = request.get("status", "no response")
        lines.append(f"#{request['seq']} {request['method']} {request['path']}: {status}")
        if "explanation" in request:
            lines.append(f"    {request['explanation']}")
    return "\n".join(lines) or "The client sent no request."
