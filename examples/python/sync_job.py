"""A job that refreshes a connection, with up to three attempts. It knows nothing of the mock."""

import requests


class SyncJob:
    def __init__(self, base_url):
        self._url = f"{base_url}/s/wdata/prep/api/v1/connections/instant/refresh"

    def run(self):
        for attempt in (1, 2, 3):
            if self._refresh() == "complete":
                return attempt
        raise RuntimeError("no success in 3 attempts")

    def _refresh(self):
        try:
            response = requests.post(self._url, headers={"Authorization": "Bearer any"}, timeout=30)
        except requests.ConnectionError:
            return None
        return response.json()["body"]["destinationStatus"] if response.ok else None
