"""The command line: starts a server, and steers one that runs.

Exit codes: 0 success, 1 a verification that is not satisfied, 2 wrong usage or a request that the server rejects,
3 no server.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import httpx
import typer

from .java import StartError, command
from .sandbox import ControlError, Sandbox

UNSATISFIED, REJECTED, UNREACHABLE = 1, 2, 3

app = typer.Typer(
    help="A stateful mock server of the connections API of Workiva Wdata.", no_args_is_help=False, add_completion=False
)
clock = typer.Typer(help="Read and set the clock.", no_args_is_help=True)
fault = typer.Typer(help="Add, list and delete faults.", no_args_is_help=True)
snapshot = typer.Typer(help="Save and restore a sandbox.", no_args_is_help=True)
app.add_typer(clock, name="clock")
app.add_typer(fault, name="fault")
app.add_typer(snapshot, name="snapshot")


class State:
    """The sandbox that the commands address, and how they print."""

    sandbox: Sandbox
    as_json: bool = False


state = State()


@app.callback()
def address(
    url: Annotated[str, typer.Option(envvar="WDATA_MOCK_URL", help="The server.")] = "http://localhost:8080",
    sandbox: Annotated[str, typer.Option(help="The sandbox.")] = "default",
    token: Annotated[str | None, typer.Option(help="The token of a protected control API.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    state.sandbox = Sandbox(url, sandbox, token=token)
    state.as_json = as_json


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def start(context: typer.Context) -> None:
    """Start a server in the foreground; options such as --server.port=9090 are those of the server."""
    _run(command(*context.args))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def mcp(context: typer.Context) -> None:
    """Start a server for an MCP client that uses standard input and output; options are those of the server."""
    _run(command("mcp", *context.args))


def _run(java: list[str]) -> NoReturn:
    if os.name == "posix":
        os.execv(java[0], java)  # the server receives the signals itself
    sys.exit(subprocess.call(java))


@clock.command("show")
def clock_show() -> None:
    """Show the clock."""
    _print(state.sandbox.get_clock(), _clock)


@clock.command("freeze")
def clock_freeze(now: Annotated[str | None, typer.Option(help="An instant.")] = None) -> None:
    """Freeze the clock."""
    _print(state.sandbox.set_clock(mode="frozen", now=now), _clock)


@clock.command("run")
def clock_run(rate: Annotated[float | None, typer.Option(help="From 0.1 to 10,000 times real time.")] = None) -> None:
    """Let the clock run."""
    _print(state.sandbox.set_clock(mode="running", rate=rate), _clock)


@clock.command("advance")
def clock_advance(
    by: Annotated[str | None, typer.Argument(help="A duration such as 5s or PT5S.")] = None,
    until: Annotated[str | None, typer.Option(help="CONNECTION:STAGE, such as slow:done.")] = None,
) -> None:
    """Advance the clock by a duration, until a run reaches a stage, or to the next change."""
    if until is not None:
        connection_id, _, stage = until.rpartition(":")
        reading = state.sandbox.advance_clock(until={"connectionId": connection_id, "stage": stage})
    else:
        reading = state.sandbox.advance_clock(by) if by else state.sandbox.advance_clock(to="nextChange")
    _print(reading, _clock)


@fault.command("add")
def fault_add(
    effect: Annotated[str, typer.Argument(help='A status such as 503, "disconnect", "hold", or an effect in JSON.')],
    operation: Annotated[str | None, typer.Option(help="Such as refreshConnection.")] = None,
    connection: Annotated[str | None, typer.Option(help="A connection ID.")] = None,
    times: Annotated[int | None, typer.Option(help="How often it applies.")] = None,
    after: Annotated[bool, typer.Option("--after", help="After the operation has taken effect.")] = False,
) -> None:
    """Add a fault."""
    given: dict[str, Any] = {"operation": operation, "connectionId": connection, "times": times}
    if after:
        given["when"] = "after"
    added = state.sandbox.add_fault(_effect(effect), **{name: one for name, one in given.items() if one is not None})
    _print(added, lambda one: str(one["id"]))


@fault.command("profile")
def fault_profile(name: Annotated[str, typer.Argument(help="Such as flaky-network.")]) -> None:
    """Add the faults of a profile."""
    _print(state.sandbox.add_fault(profile=name), lambda added: f"{len(added['faults'])} faults")


@fault.command("list")
def fault_list() -> None:
    """List the faults."""
    _print(
        state.sandbox.list_faults(),
        lambda faults: _lines(f"{one['id']} {one['effect']} hits: {one['hits']}" for one in faults),
    )


@fault.command("clear")
def fault_clear() -> None:
    """Delete all faults."""
    state.sandbox.delete_faults()


@app.command()
def script(
    connection: Annotated[str, typer.Argument(help="A connection ID.")],
    outcomes: Annotated[
        list[str],
        typer.Argument(help="Outcomes of runs that take no time, such as fail_source succeed, or scripts in JSON."),
    ],
) -> None:
    """Script the next refreshes of a connection; the last script stays."""
    scripts = [_json(outcome) if outcome.startswith("{") else outcome for outcome in outcomes]
    _print(state.sandbox.put_scripts(connection, *scripts), lambda changed: f"{len(changed['scripts'])} scripts")


@app.command()
def requests(
    operation: Annotated[str | None, typer.Option(help="Such as getRefreshStatus.")] = None,
    limit: Annotated[int, typer.Option(help="At most this many, the newest.")] = 20,
) -> None:
    """Show the requests of clients, and why they were answered that way."""
    filters = {"limit": limit} if operation is None else {"limit": limit, "operation": operation}
    _print(state.sandbox.list_requests(**filters), lambda found: _lines(_request(one) for one in reversed(found)))


@app.command()
def verify(
    expected: Annotated[
        str, typer.Argument(help='Such as {"operation": "refreshConnection", "count": {"exactly": 1}}.')
    ],
) -> None:
    """Verify what clients requested; exits with 1 unless it is satisfied."""
    try:
        _print(state.sandbox.verify(**_json(expected)), lambda result: f"satisfied, matched: {result['matched']}")
    except AssertionError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNSATISFIED) from None


@app.command()
def reset() -> None:
    """Reset the sandbox to its seed."""
    state.sandbox.reset()


@snapshot.command("save")
def snapshot_save(file: Annotated[Path, typer.Argument(help="A file to write.")]) -> None:
    """Save the sandbox to a file."""
    file.write_text(json.dumps(state.sandbox.get_snapshot()))


@snapshot.command("load")
def snapshot_load(file: Annotated[Path, typer.Argument(help="A file to read.", exists=True)]) -> None:
    """Replace the sandbox by a saved one."""
    state.sandbox.restore_snapshot(_json(file.read_text()))


def _json(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text[:80]!r} is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise typer.BadParameter(f"{text[:80]!r} is not a JSON object")
    return value


def _effect(text: str) -> dict[str, Any]:
    if text.startswith("{"):
        return _json(text)
    return {"type": "status", "status": int(text)} if text.isdigit() else {"type": text}


def _clock(reading: dict[str, Any]) -> str:
    return f"{reading['now']} {reading['mode']}"


def _request(request: dict[str, Any]) -> str:
    head = f"#{request['seq']} {request['method']} {request['path']}: {request.get('status', 'no response')}"
    return f"{head}\n    {request['explanation']}" if "explanation" in request else head


def _lines(texts: Any) -> str:
    return "\n".join(texts)


def _print(value: Any, describe: Any) -> None:
    text = json.dumps(value) if state.as_json else describe(value)
    if text:
        typer.echo(text)


def main() -> None:
    """Runs the command line. Without a command, starts a server; options with a dot are the server's."""
    arguments = sys.argv[1:]
    if not arguments or (arguments[0].startswith("--") and "." in arguments[0].split("=")[0]):
        arguments = ["start", *arguments]
    try:
        app(arguments)
    except StartError as error:
        _fail(str(error), UNREACHABLE)
    except ControlError as error:
        _fail(str(error), REJECTED)
    except httpx.TransportError as error:
        _fail(f"There is no server at {state.sandbox.server_url}: {error}", UNREACHABLE)


def _fail(message: str, code: int) -> None:
    typer.echo(message, err=True)
    sys.exit(code)
