# The server's jar, for the steps that need one to talk to.

# The vendor's contract, which is not ours to publish, where it is at hand.
vendor_contract=$PWD/../shared/contract/wdata-connections.openapi.yaml

# Makes target/wdata-mock.jar anew if it is older than what it is made of.
package_server() {
  [ -f target/wdata-mock.jar ] && [ -z "$(find src/main pom.xml -newer target/wdata-mock.jar -type f)" ] && return 0
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
  # It lives for a minute or two: quick to start matters more than peak speed.
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar target/wdata-mock.jar --server.port="$port" "$@" >"$log" 2>&1 &
  jar_pid=$!
  at_exit 'stop_jar'
  await_start "$jar_pid" "$log" "$host/actuator/health/readiness"
}

# await_start PROCESS LOG URL CURL_OPTION…: waits until the server that this process is answers with a success.
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
