"""A plain client of Wdata's connections API. It knows nothing of the mock."""

import time

import requests

FINAL = {"complete", "error", "cancelled"}
RETRIED = {429, 503}


class WdataError(Exception):
    def __init__(self, message, status=None):
        super().__init__(message)
        self.status = status


class WdataClient:
    """Talks to the host at base_url, such as https://h.app.wdesk.com; sleep waits for some seconds."""

    def __init__(self, base_url, client_id, client_secret, poll_every=2, attempts=4, sleep=time.sleep):
        self._base_url = base_url
        self._credentials = {"client_id": client_id, "client_secret": client_secret}
        self._poll_every = poll_every
        self._attempts = attempts
        self._sleep = sleep
        self._session = requests.Session()
        self._token = None

    def connections(self, page_size=1000):
        """All connections, page by page."""
        query = {"limit": page_size}
        while query:
            page = self._call("GET", "/connections", params=query)
            yield from page["body"]
            query = {"cursor": page["cursor"]} if page.get("cursor") else None

    def refresh(self, connection_id, **parameters):
        """Starts a refresh, or joins the one that is under way, and waits for its end."""
        path = f"/connections/{connection_id}"
        try:
            run = self._call("POST", f"{path}/refresh", json=parameters)["body"]
        except WdataError as error:
            if error.status != 409:
                raise
            run = self._call("GET", f"{path}/status")["body"]
        job_id = run["jobId"]
        while not _is_final(run):
            self._sleep(self._poll_every)
            run = self._call("GET", f"{path}/status", params={"jobId": job_id})["body"]
        return _succeeded(run)

    def refresh_all(self, connection_ids):
        """Refreshes connections into one workbook together, and waits for their end."""
        entries = [{"connectionId": connection_id} for connection_id in connection_ids]
        batch = self._call("POST", "/connections/batch/refresh", json=entries)["body"]
        while not _is_final(batch):
            self._sleep(self._poll_every)
            batch = self._call("GET", f"/connections/batch/refresh/{batch['batchRefreshId']}")["body"]
        return _succeeded(batch)

    def _call(self, method, path, **request):
        """Sends a request until it is answered for good: again with a new token, after a pause, after a lost answer."""
        for attempt in range(1, self._attempts + 1):
            last = attempt == self._attempts
            try:
                answer = self._send(method, path, **request)
            except requests.ConnectionError:
                if last:
                    raise
                self._sleep(1)
                continue
            if answer.ok:
                return answer.json()
            if last or not self._may_succeed_again(answer, attempt):
                raise _problem(answer)

    def _may_succeed_again(self, answer, attempt):
        if answer.status_code == 401:
            self._token = None
        elif answer.status_code in RETRIED:
            self._sleep(float(answer.headers.get("Retry-After", 2**attempt)))
        else:
            return False
        return True

    def _send(self, method, path, **request):
        self._token = self._token or self._new_token()
        return self._session.request(
            method,
            f"{self._base_url}/s/wdata/prep/api/v1{path}",
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=30,
            **request,
        )

    def _new_token(self):
        answer = self._session.post(
            f"{self._base_url}/oauth2/token",
            data={"grant_type": "client_credentials", **self._credentials},
            timeout=30,
        )
        if not answer.ok:
            raise WdataError(f"No token: {answer.text}", answer.status_code)
        return answer.json()["access_token"]


def _is_final(run):
    return {run["sourceStatus"], run["destinationStatus"]} <= FINAL


def _succeeded(run):
    source, destination = run["sourceStatus"], run["destinationStatus"]
    if source == destination == "complete":
        return run
    raise WdataError(run.get("error", f"source {source}, destination {destination}"))


def _problem(answer):
    message = answer.json()["body"]
    return WdataError(message if isinstance(message, str) else " ".join(message), answer.status_code)
