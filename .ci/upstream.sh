# A server that forwards to another one, which plays the real service: its document and clients work as they do directly.

upstream() {
  local service service_pid
  python_with requests workiva-wdata-client==0.1.0 || return 0
  start_service
  start_jar --wdata-mock.upstream.url="$service/s/wdata/prep"
  python3 .ci/console.py docs/real-service.md "$host" || fail "docs/real-service.md does not tell what the server answers"
  say "The client of PyPI through the server"
  "$venv/bin/python" .ci/clients.py workiva_wdata_client "$host/s/wdata/prep" || fail "the client of PyPI, forwarded"
  say "The client of the Python example through the server"
  (cd examples/python && PYTHONDONTWRITEBYTECODE=1 python3 -c "
from wdata_client import WdataClient
run = WdataClient('$host', 'ci', 'ci').refresh('always-succeeds')
assert run['destinationStatus'] == 'complete', run") || fail "the Python example, forwarded"
  nothing_contradicted
  stop_jar

  say "The black-box suite through the server"
  start_jar --wdata-mock.upstream.url="$service/s/wdata/prep" --wdata-mock.upstream.token-url="$service/oauth2/token"
  black_box_suite "$host" -f clients/conformance/pom.xml test
  nothing_contradicted
  stop_jar
  kill "$service_pid" 2>/dev/null
}

# start_service: starts a server; $service is where it listens.
start_service() {
  start_jar
  service=$host
  service_pid=$jar_pid
  at_exit "kill $service_pid 2>/dev/null"
  jar_pid=
}

# A service that behaves as the ledger says contradicts nothing, and confirms what the clients used.
nothing_contradicted() {
  curl -sSf "$host/__mock/fidelity" | python3 -c '
import json, sys
compared = [b for b in json.load(sys.stdin)["behaviours"] if "comparison" in b]
contradicted = [b for b in compared if b["comparison"]["contradicted"]]
print(f"{len(compared)} behaviours compared, {len(contradicted)} contradicted")
for behaviour in contradicted:
    print(behaviour)
sys.exit(bool(contradicted) or len(compared) < 15)' || fail "a faithful service contradicts the ledger"
}
