# The server's jar, for steps that call it.

# The vendor's contract, if available; its licence does not permit publication.
vendor_contract=$PWD/../shared/contract/wdata-connections.openapi.yaml

# Builds target/wdata-mock.jar if it is older than its sources.
package_server() {
  [ -f target/wdata-mock.jar ] && [ -z "$(find src/main docs/control.md pom.xml -newer target/wdata-mock.jar -type f)" ] && return 0
  say "Package the server"
  ./mvnw -q -B -Dmaven.test.skip=true package
}

# start_jar OPTION…: starts the jar on a free port; $host is where it listens.
start_jar() {
  local port log
  package_server
  port=$(free_port)
  log=$(mktemp)
  host=http://localhost:$port
  # Short-lived: a quick start matters more than peak performance.
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar target/wdata-mock.jar --server.port="$port" "$@" >"$log" 2>&1 &
  jar_pid=$!
  at_exit 'stop_jar'
  await_start "$jar_pid" "$log" "$host/actuator/health/readiness"
}

# await_start PROCESS LOG URL CURL_OPTION…: waits until the server responds with success.
await_start() {
  local pid=$1 log=$2 url=$3 began=$SECONDS
  shift 3
  until curl -sf -o /dev/null "$@" "$url"; do
    kill -0 "$pid" 2>/dev/null && [ $((SECONDS - began)) -lt 180 ] || { cat "$log"; fail "no success from $url"; }
    sleep 0.1
  done
}

stop_jar() {
  [ -n "${jar_pid:-}" ] || return 0
  kill "$jar_pid" 2>/dev/null && wait "$jar_pid" 2>/dev/null || true
  jar_pid=
}

# A token that the server at $host has issued.
issue_token() {
  curl -sSf "$host/oauth2/token" -d grant_type=client_credentials -d client_id=ci -d client_secret=ci |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
