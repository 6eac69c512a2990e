# Builds, runs, calls and stops the container image.

image=wdata-mock
docker=docker
# Starts an engine and creates stand-ins of the base images if no engine runs and no image can be pulled.
local_engine=$PWD/../shared/tools/docker-engine.sh

container() {
  build_image || return 0
  run_container
  check_identity
  check_cache
  check_requests
  check_memory
  check_stop
  check_settings
}

# Builds the image unless an earlier step has; $docker is the client and $image the image's name from then on.
build_image() {
  local log
  prepare_local_engine
  "$docker" info >/dev/null 2>&1 || { unavailable "no container engine answers"; return 1; }
  [ -z "${image_built:-}" ] || return 0
  say "Build the image"
  log=$(mktemp)
  DOCKER_BUILDKIT=1 "$docker" build --network host --progress plain --build-arg COMMIT="$(git rev-parse --short=12 HEAD)" \
    -t "$image" . >"$log" 2>&1 || { tail -n 40 "$log"; fail "the image cannot be built"; }
  image_built=yes
}

prepare_local_engine() {
  [ -x "$local_engine" ] && [ "$(id -u)" = 0 ] || return 0
  docker=/usr/bin/docker
  if ! "$docker" info >/dev/null 2>&1; then
    say "Start a container engine"
    at_exit 'say "Stop the container engine"; "$local_engine" stop'
    "$local_engine" start
  fi
  add_maven_to_stand_in
}

# A stand-in base image has no network and no certificates. It gets this machine's Maven, which the wrapper uses, and
# its certificates.
add_maven_to_stand_in() {
  local base=eclipse-temurin:25-jdk context maven
  "$docker" image inspect "$base" >/dev/null 2>&1 || "$local_engine" start
  [ -z "$("$docker" image inspect -f '{{index .Config.Labels "stand-in"}}' "$base" | sed 's/<no value>//')" ] || return 0
  say "Add Maven to the stand-in of $base"
  context=$(mktemp -d)
  maven=$(./mvnw --version | sed -n 's/^Maven home: //p')
  cp -rL "$maven" "$context/maven"
  cp -L /etc/ssl/certs/java/cacerts "$context/cacerts"
  cat >"$context/Dockerfile" <<-END
	FROM $base
	LABEL stand-in="with Maven"
	COPY cacerts /etc/ssl/certs/java/cacerts
	COPY maven /opt/maven
	RUN ln -s /opt/maven/bin/mvn /usr/local/bin/mvn
	END
  "$docker" build -t "$base" "$context"
  rm -rf "$context"
}

# run_container [NAME=VALUE...], as compose.yaml and deploy/kubernetes.yaml do: 256 MiB, no capability, and nothing to
# write to but /tmp.
run_container() {
  local began port variable variables=()
  port=$(free_port)
  base_url=http://127.0.0.1:$port
  say "Run the image on $base_url"
  for variable in SERVER_ADDRESS=127.0.0.1 SERVER_PORT="$port" "$@"; do variables+=(-e "$variable"); done
  began=$(now_ms)
  container=$("$docker" run -d --network host --memory 256m --memory-swap 256m --read-only --tmpfs /tmp --cap-drop ALL \
    --security-opt no-new-privileges "${variables[@]}" "$image")
  at_exit '"$docker" rm -f "$container" >/dev/null 2>&1'
  wait_until_answered "$base_url/actuator/health/readiness"
  say "The first 200 came $(($(now_ms) - began)) ms after docker run"
  wait_until_healthy
}

now_ms() { echo $(($(date +%s%N) / 1000000)); }

wait_until_answered() {
  local began=$SECONDS
  until curl -sf -o /dev/null "$1"; do
    [ $((SECONDS - began)) -le 60 ] || { "$docker" logs "$container"; fail "no 200 from $1 within 60 s"; }
    sleep 0.02
  done
}

wait_until_healthy() {
  local health= began=$SECONDS
  while [ "$health" != healthy ]; do
    if [ "$health" = unhealthy ] || [ $((SECONDS - began)) -gt 60 ]; then
      "$docker" logs "$container"
      fail "the container is ${health:-without a health status} after $((SECONDS - began)) s"
    fi
    sleep 0.5
    health=$("$docker" inspect -f '{{.State.Health.Status}}' "$container")
  done
  say "Healthy"
}

check_identity() {
  local uid program
  uid=$("$docker" exec "$container" sed -n 's/^Uid:[^0-9]*\([0-9]*\).*/\1/p' /proc/1/status)
  program=$("$docker" exec "$container" cat /proc/1/comm)
  [ "$uid" -gt 0 ] || fail "the container runs as root"
  [ "$program" = java ] || fail "process 1 is $program, so java would not get the container's SIGTERM"
  say "Process 1 is $program, user $uid"
}

# The JVM ignores an AOT cache that does not fit without a message, so check that the file is mapped.
check_cache() {
  "$docker" exec "$container" grep -q '/app/cache/.*wdata-mock.aot' /proc/1/maps || {
    "$docker" logs "$container"
    fail "the container does not use its AOT cache"
  }
  ! "$docker" logs "$container" 2>&1 | grep 'AOT cache' || fail "the container complains of its AOT cache"
  say "The AOT cache is in use"
}

check_requests() {
  local document
  # In this order: the IDs in docs/vendor-api.md are those that follow README.md.
  for document in README.md docs/vendor-api.md docs/control.md docs/observability.md; do
    say "Run the commands of $document against the container"
    python3 .ci/console.py "$document" "$base_url" || fail "$document does not show the responses of the container"
  done
}

# The memory of the container after 1,000 requests. File pages are reclaimable.
check_memory() {
  local answers
  say "Send 1,000 requests"
  answers=$(curl -s -o /dev/null -w '%{http_code}\n' -H 'Authorization: Bearer any' \
    -X POST "$base_url/sandbox/memory/api/v1/connections/instant/refresh?n=[1-500]" \
    --next -s -o /dev/null -w '%{http_code}\n' -H 'Authorization: Bearer any' \
    "$base_url/sandbox/memory/api/v1/connections/instant/status?n=[1-500]" | sort | uniq -c | tr -s ' ')
  [ "$answers" = " 1000 200" ] || fail "not all of 1,000 requests were answered with 200: $answers"
  [ "$("$docker" inspect -f '{{.RestartCount}} {{.State.OOMKilled}}' "$container")" = "0 false" ] || fail "out of memory"
  # The names are those of the second version of Linux's control groups, and of the first.
  "$docker" exec "$container" sh -c 'cd /sys/fs/cgroup
    cat memory.current memory.stat 2>/dev/null || cat memory/memory.usage_in_bytes memory/memory.stat' |
    awk 'NR == 1 {printf "--- In use of 256 MiB: %d MiB", $1 / 1048576}
      /^(anon|file|rss|cache) / {printf ", %s %d MiB", $1, $2 / 1048576} END {print ""}'
}

# Neither a held request nor an incomplete one delays the stop.
check_stop() {
  local began took code answer held half
  answer=$(mktemp)
  curl -s -o /dev/null -X POST "$base_url/sandbox/held/__mock/faults" -d '{"effect": {"type": "hold"}}'
  curl -s -o /dev/null -w '%{http_code}' -H 'Authorization: Bearer any' "$base_url/sandbox/held/api/v1/connections" >"$answer" &
  held=$!
  until curl -s "$base_url/sandbox/held/__mock/requests" | grep -q '"operation":"listConnections"'; do sleep 0.1; done
  exec {half}<>"/dev/tcp/127.0.0.1/${base_url##*:}"
  printf 'POST /sandbox/half/api/v1/connections/slow/refresh HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\n' >&"$half"
  printf 'Content-Length: 100\r\n\r\n{"source' >&"$half"
  until curl -s "$base_url/sandbox/half/__mock/requests" | grep -q '"operation":"refreshConnection"'; do sleep 0.1; done
  began=$(now_ms)
  "$docker" kill -s TERM "$container" >/dev/null
  code=$("$docker" wait "$container")
  took=$(($(now_ms) - began))
  [ "$took" -le 2000 ] || fail "the container was gone only $took ms after SIGTERM"
  # 143 is a JVM that ended at SIGTERM; 137 would be one that had to be killed.
  [ "$code" = 0 ] || [ "$code" = 143 ] || fail "the container ended with exit code $code"
  wait "$held" || true
  [ "$(cat "$answer")" = 503 ] || fail "a held request was not answered with 503 at the stop, but with $(cat "$answer")"
  say "Gone $took ms after SIGTERM, exit code $code, a held request answered with 503"
}

# Settings as environment variables, also with a hyphen, a number or an index in the name.
check_settings() {
  local settings expected
  run_container WDATA_MOCK_VALIDATION=strict WDATA_MOCK_AUTH_MODE=issued WDATA_MOCK_RATE_LIMIT=7 \
    WDATA_MOCK_AUTH_CLIENTS_0_ID=me WDATA_MOCK_AUTH_CLIENTS_0_SECRET=secret \
    WDATA_MOCK_DEFAULT_SCRIPT_OUTCOME=cancel_source WDATA_MOCK_DEFAULT_SCRIPT_PACING_TYPE=polled \
    WDATA_MOCK_DEFAULT_SCRIPT_PACING_READS=3
  settings=$(curl -s "$base_url/__mock/settings")
  expected='{"auth":"issued","validation":"strict","overlap":"reject","defaultScript":{"outcome":"cancel_source",'
  expected+='"pacing":{"type":"polled","reads":3}},"rateLimit":7}'
  [ "$settings" = "$expected" ] || fail "by variables the settings are $settings"
  [ "$(token_status secret)" = 200 ] && [ "$(token_status wrong)" = 401 ] || fail "the client of the variables is not known"
  "$docker" rm -f "$container" >/dev/null
  say "Settings can be given as variables"
}

token_status() {
  curl -s -o /dev/null -w '%{http_code}' "$base_url/oauth2/token" -d grant_type=client_credentials -d client_id=me \
    -d client_secret="$1"
}
