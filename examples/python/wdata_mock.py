"""What the tests say to the mock: a sandbox of their own, and the control API below it."""

import os
import uuid

import requests

SERVER = os.environ.get("WDATA_MOCK_URL", "http://localhost:8080")


class Sandbox:
    """A fresh sandbox; close() drops it."""

    def __init__(self):
        self._name = f"python-{uuid.uuid4()}"
        self.base_url = f"{SERVER}/sandbox/{self._name}"

    def close(self):
        requests.delete(f"{SERVER}/__mock/sandboxes/{self._name}", timeout=30)

    def settings(self, **settings):
        self._control("PUT", "/settings", settings)

    def scripts(self, connection_id, *scripts):
        self._control("PUT", f"/connections/{connection_id}/scripts", scripts)

    def fault(self, **fault):
        self._control("POST", "/faults", fault)

    def freeze_clock(self):
        self._control("PUT", "/clock", {"mode": "frozen"})

    def advance_clock(self, seconds):
        self._control("POST", "/clock/advance", {"by": f"PT{seconds}S"})

    def verify(self, **expected):
        """Fails with the journal's nearest requests unless as many as expected were sent."""
        verification = self._control("POST", "/requests/verify", expected)
        assert verification["verdict"] == "satisfied", _unmet(expected, verification)

    def _control(self, method, path, body):
        answer = requests.request(method, f"{self.base_url}/__mock{path}", json=body, timeout=30)
        assert answer.ok, answer.text
        return answer.json()


def _unmet(expected, verification):
    """What was expected, how many requests matched, and what differed in those that came closest."""
    lines = [f"Expected {expected}", f"  verdict: {verification['verdict']}, matched: {verification['matched']}"]
    for request in verification["nearest"]:
        lines.append(f"  #{request['seq']} {request.get('operation', 'no operation')}")
        lines += [f"     {difference}" for difference in request["differences"]]
    return "\n".join(lines)
