"""A stateful mock server of the connections API of Workiva Wdata.

`Server` starts the server as a child process. `Sandbox` is an isolated part of it with its own connections, clock and
journal, and a client of its control API. The pytest fixture `wdata_mock` gives each test a sandbox.
"""

from .java import StartError
from .sandbox import ControlError, Sandbox
from .server import Server

__all__ = ["ControlError", "Sandbox", "Server", "StartError"]
