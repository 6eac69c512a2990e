# The container image: built, run, asked, stopped.

image=wdata-mock:ci
docker=docker
# Where no engine runs and no image can be pulled, this starts one and makes stand-ins of the base images.
local_engine=$PWD/../shared/tools/docker-engine.sh

container() {
  prepare_local_engine
  "$docker" info >/dev/null 2>&1 || { unavailable "no container engine answers"; return 0; }
  say "Build the image"
  "$docker" build --network host -t "$image" .
  run_container
  check_identity
  check_requests
  check_stop
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

# A stand-in base image reaches no site to download Maven from and has no certificates. It gets this machine's
# Maven, which the wrapper then uses, and this machine's certificates.
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

run_container() {
  port=$(free_port)
  base_url=http://127.0.0.1:$port
  say "Run the image on $base_url"
  container=$("$docker" run -d --network host -e SERVER_ADDRESS=127.0.0.1 -e SERVER_PORT="$port" "$image")
  at_exit '"$docker" rm -f "$container" >/dev/null 2>&1'
  wait_until_healthy
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
  say "Healthy after about $((SECONDS - began)) s"
}

check_identity() {
  local uid program
  uid=$("$docker" exec "$container" sed -n 's/^Uid:[^0-9]*\([0-9]*\).*/\1/p' /proc/1/status)
  program=$("$docker" exec "$container" cat /proc/1/comm)
  [ "$uid" -gt 0 ] || fail "the container runs as root"
  [ "$program" = java ] || fail "process 1 is $program, so java would not get the container's SIGTERM"
  say "Process 1 is $program, user $uid"
}

check_requests() {
  local document
  for document in README.md docs/control.md; do
    say "Run the commands of $document against the container"
    python3 .ci/console.py "$document" "$base_url" || fail "$document does not tell what the container answers"
  done
}

check_stop() {
  local began=$SECONDS code
  "$docker" stop -t 20 "$container" >/dev/null
  code=$("$docker" inspect -f '{{.State.ExitCode}}' "$container")
  [ $((SECONDS - began)) -le 10 ] || fail "docker stop took $((SECONDS - began)) s"
  # 143 is a JVM that ended at SIGTERM; 137 would be one that had to be killed.
  [ "$code" = 0 ] || [ "$code" = 143 ] || fail "the container ended with exit code $code"
  say "Stopped within $((SECONDS - began + 1)) s, exit code $code"
}
