#!/bin/sh
# A test of a shell script, which steers the server at $WDATA_MOCK_URL, by default http://localhost:8080.
set -eu

# The script under test: refreshes a connection, with up to five attempts.
sync() {
  for _ in 1 2 3 4 5; do
    curl -s -X POST -H 'Authorization: Bearer any' "$1/api/v1/connections/instant/refresh" |
      grep -q '"destinationStatus":"complete"' && return
  done
  return 1
}

wdata-mock reset
wdata-mock clock freeze
wdata-mock script instant succeed fail_source succeed
wdata-mock fault add disconnect --operation refreshConnection --times 1 --after

sync "${WDATA_MOCK_URL:-http://localhost:8080}"

wdata-mock verify '{"operation": "refreshConnection", "connectionId": "instant", "count": {"exactly": 3}}'
