"""A sandbox of the server and its control API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any
from urllib.parse import quote

import httpx

Json = dict[str, Any]

NOT_FOUND = 404

NO_TIME = {"type": "timed", "queued": "PT0S", "source": "PT0S", "destination": "PT0S"}

# Longer than the longest wait of a verification, which is five minutes.
TIMEOUT = httpx.Timeout(330, connect=10)


class ControlError(RuntimeError):
    """The control API rejected a request. `status` is the HTTP status; the message names the value and the remedy."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Sandbox:
    """A sandbox: isolated connections, runs, clock, faults and journal. A context manager that deletes the sandbox.

    Point a client at `base_url`. The methods are the operations of the control API, with the names of
    its OpenAPI document in snake case. Arguments may be in snake case as well; durations may be `timedelta`s or texts
    such as "PT5S" and "5s", and instants `datetime`s with a time zone.
    """

    def __init__(self, server_url: str, name: str = "default", *, token: str | None = None) -> None:
        """Addresses a sandbox of the server at `server_url`. `token` is that of a protected control API."""
        self.server_url = server_url.rstrip("/")
        self.name = name
        self.base_url = self.server_url if name == "default" else f"{self.server_url}/sandbox/{quote(name, safe='')}"
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._http = httpx.Client(timeout=TIMEOUT, headers=headers)

    # The sandbox

    def get_index(self) -> Json:
        """Lists the operations of the control API."""
        return self._object("GET", "")

    def reset(self) -> None:
        """Resets the sandbox to its seed."""
        self._send("POST", "/reset")

    def get_settings(self) -> Json:
        """Returns the settings."""
        return self._object("GET", "/settings")

    def set_settings(self, **settings: Any) -> Json:
        """Replaces the settings; missing ones take the value of new sandboxes."""
        return self._object("PUT", "/settings", settings)

    def patch_settings(self, **settings: Any) -> Json:
        """Changes some settings, such as `auth="issued"` or `rate_limit=5`."""
        return self._object("PATCH", "/settings", settings)

    def get_snapshot(self) -> Json:
        """Returns the sandbox without its journal as a document."""
        return self._object("GET", "/snapshot")

    def restore_snapshot(self, snapshot: Json) -> None:
        """Replaces the sandbox by a snapshot."""
        self._send("PUT", "/snapshot", content=json.dumps(snapshot))

    def list_sandboxes(self) -> list[Json]:
        """Lists all sandboxes of the server."""
        return self._list("GET", "/sandboxes", "sandboxes", root=True)

    def delete_sandbox(self, name: str | None = None) -> None:
        """Deletes a sandbox, by default this one; "default" is reset instead."""
        self._send("DELETE", f"/sandboxes/{quote(name or self.name, safe='')}", root=True)

    # The clock

    def get_clock(self) -> Json:
        """Returns the clock: `now`, `mode`, and `rate` if it is not 1."""
        return self._object("GET", "/clock")

    def set_clock(
        self, *, mode: str | None = None, now: datetime | str | None = None, rate: float | None = None
    ) -> Json:
        """Sets the clock: `mode` is "frozen" or "running", `rate` from 0.1 to 10,000 times real time."""
        return self._object("PUT", "/clock", _given(mode=mode, now=now, rate=rate))

    def release_clock(self) -> Json:
        """Lets the clock run with real time again."""
        return self._object("DELETE", "/clock")

    def advance_clock(
        self, by: timedelta | str | None = None, *, to: str | None = None, until: Json | None = None
    ) -> Json:
        """Advances the clock by a duration, to "nextChange", or until a run reaches a stage."""
        return self._object("POST", "/clock/advance", _given(by=by, to=to, until=until))

    # Connections and runs

    def list_control_connections(self) -> list[Json]:
        """Lists the connections with the mock's fields."""
        return self._list("GET", "/connections", "connections")

    def get_control_connection(self, connection_id: str) -> Json:
        """Returns a connection with the mock's fields."""
        return self._object("GET", _connection(connection_id))

    def put_connection(self, connection_id: str, **fields: Any) -> Json:
        """Creates or replaces a connection."""
        return self._object("PUT", _connection(connection_id), fields)

    def delete_connection(self, connection_id: str) -> None:
        """Deletes a connection and its runs."""
        self._send("DELETE", _connection(connection_id))

    def put_scripts(self, connection_id: str, *scripts: Json | str) -> Json:
        """Scripts the next refreshes; the last script stays.

        A text is the outcome of a run that takes no time, such as "fail_source". A script without `pacing` takes as
        long as runs of the sandbox do by default.
        """
        documents = [
            {"outcome": script, "pacing": NO_TIME} if isinstance(script, str) else script for script in scripts
        ]
        return self._object("PUT", _connection(connection_id) + "/scripts", documents)

    def advance_run(self, connection_id: str, *, job_id: str | None = None) -> Json:
        """Moves the newest active run, or the given one, to its next stage."""
        return self._object("POST", _connection(connection_id) + "/advance", params=_given(job_id=job_id))

    def list_runs(self, *, connection_id: str | None = None) -> list[Json]:
        """Lists the runs, the newest first, with their timelines."""
        return self._list("GET", "/runs", "runs", params=_given(connection_id=connection_id))

    # Faults

    def add_fault(self, effect: Json | None = None, *, profile: str | None = None, **fault: Any) -> Json:
        """Adds a fault, such as `effect={"type": "status", "status": 503}, times=1`, or the faults of a profile."""
        if profile is not None:
            return self._object("POST", "/faults", params={"profile": profile})
        return self._object("POST", "/faults", {"effect": effect, **fault})

    def list_faults(self) -> list[Json]:
        """Lists the faults with their hits."""
        return self._list("GET", "/faults", "faults")

    def list_fault_profiles(self) -> list[Json]:
        """Lists the named sets of faults."""
        return self._list("GET", "/fault-profiles", "profiles")

    def delete_faults(self) -> None:
        """Deletes all faults."""
        self._send("DELETE", "/faults")

    def delete_fault(self, id: str) -> None:
        """Deletes a fault, and releases the requests that it holds."""
        self._send("DELETE", f"/faults/{quote(id, safe='')}")

    # Requests

    def list_requests(self, **filters: Any) -> list[Json]:
        """Lists the requests of clients, the newest first; `operation`, `connection_id`, `status`, `noted`, `limit`."""
        return self._list("GET", "/requests", "requests", params=filters)

    def delete_requests(self) -> None:
        """Deletes all requests and their counts."""
        self._send("DELETE", "/requests")

    def verify(self, **expected: Any) -> Json:
        """Raises an AssertionError that explains, unless the client has sent the expected requests.

        `operation`, `connection_id`, `status`, `body_contains`, `count={"exactly": 2}`; `within="5s"` waits,
        `during="2s"` watches; `sequence`, `strict`, `spacing` and `after_retry_after` verify order and pace.
        """
        verification = self._object("POST", "/requests/verify", expected)
        if verification["verdict"] != "satisfied":
            raise AssertionError(_unmet(expected, verification))
        return verification

    def watch_events(self, *, limit: int | None = None) -> Iterator[tuple[str, Json]]:
        """Yields the events of the sandbox, each with its name; the first is the clock."""
        url = f"{self.base_url}/__mock/events"
        with self._http.stream("GET", url, params=_given(limit=limit), timeout=None) as response:
            _require(response)
            name = ""
            for line in response.iter_lines():
                if line.startswith("event:"):
                    name = line[6:].strip()
                elif line.startswith("data:"):
                    yield name, json.loads(line[5:])

    # The real service

    def get_fidelity(self) -> list[Json]:
        """Lists the known behaviours of the vendor's API, and how a real service compares."""
        return self._list("GET", "/fidelity", "behaviours")

    def get_learned_seed(self, *, pseudonymise: bool = True) -> Json:
        """Returns a seed that repeats what clients saw of a real service."""
        return self._object("GET", "/learned-seed", params={"pseudonymise": pseudonymise})

    def add_recording(self, har: Json | str, *, host: str | None = None) -> Json:
        """Adds the requests of a HAR file to the journal and compares them with the known behaviours."""
        content = har if isinstance(har, str) else json.dumps(har)
        return self._object("POST", "/recordings", params=_given(host=host), content=content)

    def close(self) -> None:
        """Closes the connections to the server; the sandbox stays."""
        self._http.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.delete_sandbox()
        except ControlError as rejected:
            if rejected.status != NOT_FOUND:  # a sandbox that nothing was sent to does not exist
                raise
        finally:
            self.close()

    def _object(self, method: str, path: str, body: Any = None, **options: Any) -> Json:
        document = self._send(method, path, body, **options).json()
        assert isinstance(document, dict)
        return document

    def _list(self, method: str, path: str, member: str, **options: Any) -> list[Json]:
        entries = self._object(method, path, **options)[member]
        assert isinstance(entries, list)
        return entries

    def _send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        params: Json | None = None,
        content: str | None = None,
        root: bool = False,
    ) -> httpx.Response:
        url = f"{self.server_url if root else self.base_url}/__mock{path}"
        if body is not None:
            content = json.dumps(_wire(body))
        response = self._http.request(method, url, params=_wire(params or {}), content=content)
        _require(response)
        return response


def _require(response: httpx.Response) -> None:
    if response.is_error:
        text = response.read().decode(errors="replace")
        try:
            message = json.loads(text)["detail"]
        except (ValueError, KeyError, TypeError):
            message = text
        raise ControlError(response.status_code, message)


def _connection(connection_id: str) -> str:
    return f"/connections/{quote(connection_id, safe='')}"


def _given(**arguments: Any) -> Json:
    return {name: value for name, value in arguments.items() if value is not None}


def _wire(value: Any, *, names: bool = True) -> Any:
    """Converts names of arguments to camel case, and durations and instants to texts. Free content stays as it is."""
    if isinstance(value, timedelta):
        return f"PT{value.total_seconds():.9f}".rstrip("0").rstrip(".") + "S"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_wire(entry) for entry in value]
    if isinstance(value, dict):
        return {
            _camel(name) if names else name: _wire(entry, names=_camel(name) not in FREE) if names else entry
            for name, entry in value.items()
        }
    return value


# The content of these fields is the user's own.
FREE = {"bodyContains", "metadata", "sourceMetadata", "destinationMetadata"}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest) if rest and first else name


def _unmet(expected: Json, verification: Json) -> str:
    lines = [f"Expected {expected}", f"  verdict: {verification['verdict']}, matched: {verification['matched']}"]
    lines += [f"  {violation.get('message', violation)}" for violation in verification.get("violations", [])]
    for request in verification.get("nearest", []):
        lines.append(f"  #{request['seq']} {request.get('operation', 'no operation')}")
        lines += [f"     {difference}" for difference in request["differences"]]
    return "\n".join(lines)
