"""The server as a child process."""

from __future__ import annotations

import subprocess
import tempfile
import time
import uuid
from pathlib import Path
from types import TracebackType

from .java import StartError, command
from .sandbox import Sandbox

POLL_SECONDS = 0.02
SHOWN_LINES = 20


class Server:
    """A server in a child process, which ends with this process. A context manager.

    Listens on a free port of the loopback interface. With `url`, uses a server that runs already and does not end it.
    """

    def __init__(self, *options: str, url: str | None = None, timeout: float = 60) -> None:
        """Prepares a server with these options; it starts when the context is entered, within `timeout` seconds."""
        self._options = options
        self._timeout = timeout
        self._url = url.rstrip("/") if url else None
        self._process: subprocess.Popen[bytes] | None = None
        self._directory: tempfile.TemporaryDirectory[str] | None = None

    @property
    def url(self) -> str:
        """The URL of the server."""
        if self._url is None:
            self._url = f"http://127.0.0.1:{self._await_port()}"
        return self._url

    def sandbox(self, name: str | None = None) -> Sandbox:
        """Returns a sandbox; without a name, a new one."""
        return Sandbox(self.url, name or f"python-{uuid.uuid4()}")

    def failure(self) -> str | None:
        """Why the process has ended by itself, and the end of its log; None if it has not."""
        if self._process is None or self._process.poll() is None:
            return None
        return f"The server has ended with exit code {self._process.returncode}:\n{self._end_of_log()}"

    def launch(self) -> Server:
        """Starts the process and does not wait for it; `url` waits."""
        if self._url is None and self._process is None:
            self._directory = tempfile.TemporaryDirectory(prefix="wdata-mock-")
            with self._log.open("wb") as log:
                self._process = subprocess.Popen(
                    command(
                        "--server.port=0",
                        f"--wdata-mock.port-file={self._port_file}",
                        "--wdata-mock.exit-on-stdin-close=true",
                        *self._options,
                    ),
                    stdin=subprocess.PIPE,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
        return self

    def close(self) -> None:
        """Ends the process, if this object has started one."""
        if self._process is not None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
            self._url = None
        if self._directory is not None:
            self._directory.cleanup()
            self._directory = None

    def __enter__(self) -> Server:
        self.launch()
        try:
            _ = self.url  # waits for the start
        except StartError:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _home(self) -> Path:
        if self._directory is None:
            raise StartError("The server was not started; use it as a context manager, or call launch().")
        return Path(self._directory.name)

    @property
    def _port_file(self) -> Path:
        return self._home / "port"

    @property
    def _log(self) -> Path:
        return self._home / "log"

    def _await_port(self) -> int:
        port_file = self._port_file
        deadline = time.monotonic() + self._timeout
        while not port_file.exists():
            failure = self.failure()
            if failure:
                raise StartError(failure)
            if time.monotonic() > deadline:
                raise StartError(f"The server did not start within {self._timeout} s:\n{self._end_of_log()}")
            time.sleep(POLL_SECONDS)
        return int(port_file.read_text())

    def _end_of_log(self) -> str:
        lines = self._log.read_text(errors="replace").splitlines()
        return "\n".join(lines[-SHOWN_LINES:])
