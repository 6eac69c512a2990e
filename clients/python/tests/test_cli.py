"""The command line against a real server."""

import json
import subprocess
import sys
from pathlib import Path

import httpx

from wdata_mock import Sandbox

BEARER = {"Authorization": "Bearer any"}


def run(sandbox: Sandbox, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from wdata_mock.cli import main; main()"]
    address = ["--url", sandbox.server_url, "--sandbox", sandbox.name]
    return subprocess.run([*command, *address, *arguments], check=False, capture_output=True, text=True)


def refresh(sandbox: Sandbox) -> int:
    return httpx.post(f"{sandbox.base_url}/api/v1/connections/instant/refresh", headers=BEARER).status_code


def test_commands_steer_the_sandbox(wdata_mock: Sandbox, tmp_path: Path) -> None:
    assert (
        run(wdata_mock, "clock", "freeze", "--now", "2027-01-01T00:00:00Z").stdout
        == "2027-01-01T00:00:00.000Z frozen\n"
    )
    assert run(wdata_mock, "clock", "advance", "5s").stdout == "2027-01-01T00:00:05.000Z frozen\n"
    assert run(wdata_mock, "script", "instant", "fail_source", "succeed").stdout == "2 scripts\n"
    assert run(wdata_mock, "fault", "add", "503", "--connection", "instant", "--times", "1").returncode == 0
    assert [refresh(wdata_mock), refresh(wdata_mock)] == [503, 200]
    assert "#1 POST /api/v1/connections/instant/refresh: 503" in run(wdata_mock, "requests").stdout
    saved = tmp_path / "saved.json"
    assert run(wdata_mock, "snapshot", "save", str(saved)).returncode == 0
    assert run(wdata_mock, "reset").returncode == 0
    assert wdata_mock.list_runs() == []
    assert run(wdata_mock, "snapshot", "load", str(saved)).returncode == 0
    assert len(wdata_mock.list_runs()) == 1


def test_json_is_printed_on_request(wdata_mock: Sandbox) -> None:
    assert json.loads(run(wdata_mock, "--json", "clock", "show").stdout)["mode"] == "running"


def test_exit_codes_tell_what_went_wrong(wdata_mock: Sandbox) -> None:
    refresh(wdata_mock)

    assert run(wdata_mock, "verify", '{"operation": "refreshConnection"}').returncode == 0
    unsatisfied = run(wdata_mock, "verify", '{"operation": "getConnection"}')
    assert unsatisfied.returncode == 1 and "violated" in unsatisfied.stderr
    rejected = run(wdata_mock, "clock", "advance", "soon")
    assert rejected.returncode == 2 and '"soon"' in rejected.stderr
    assert run(wdata_mock, "verify", "no JSON").returncode == 2
    nowhere = run(Sandbox("http://127.0.0.1:1"), "clock", "show")
    assert nowhere.returncode == 3 and "There is no server at http://127.0.0.1:1" in nowhere.stderr


def test_mcp_connects_standard_input_and_output_with_a_server() -> None:
    command = [sys.executable, "-c", "from wdata_mock.cli import main; main()", "mcp"]
    ping = json.dumps({"jsonrpc": "2.0", "id": 7, "method": "ping"})
    server = subprocess.run(command, input=ping + "\n", check=True, capture_output=True, text=True, timeout=120)
    assert json.loads(server.stdout) == {"jsonrpc": "2.0", "id": 7, "result": {}}
    assert "Listening on http://127.0.0.1:" in server.stderr
