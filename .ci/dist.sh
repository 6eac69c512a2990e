# The distribution: its launcher on the Java that built it, on another Java, and after a copy.

dist() {
  local newest
  require_jdk 25 || return 0
  newest=$jdk
  say "Make target/dist on Java 25"
  JAVA_HOME=$newest ./mvnw -B -q -Dmaven.test.skip=true -P '!error-prone,dist' package
  say "Started by the Java that made it"
  JAVA_HOME=$newest start_dist target/dist
  grep -q wdata-mock.aot "/proc/$dist_pid/maps" || fail "the AOT cache is not in use"
  ! grep -q "without Spring AOT" "$dist_log" || { cat "$dist_log"; fail "Spring AOT is not in use"; }
  stop_dist

  say "With a setting that decides about beans"
  JAVA_HOME=$newest start_dist target/dist --springdoc.api-docs.enabled=false
  grep -q "Starting without Spring AOT, because springdoc.api-docs.enabled" "$dist_log" ||
    { cat "$dist_log"; fail "it does not say that it starts without Spring AOT"; }
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$dist_url/v3/api-docs/wdata")" = 404 ] || fail "documents are not switched off"
  stop_dist

  say "Moved to a folder with a blank in its name"
  copy=$(mktemp -d)
  at_exit 'rm -rf "$copy"'
  cp -pR target/dist "$copy/to keep"
  JAVA_HOME=$newest start_dist "$copy/to keep"
  grep -q wdata-mock.aot "/proc/$dist_pid/maps" || fail "the AOT cache is not in use"
  stop_dist

  say "Copied with other times"
  touch -t 202601010000 "$copy/to keep/wdata-mock.jar"
  JAVA_HOME=$newest start_dist "$copy/to keep"
  expect_message "starting without the AOT cache: .*/to keep/wdata-mock.jar has another time"
  stop_dist

  require_jdk 17 || return 0
  say "Started by Java 17"
  JAVA_HOME=$jdk start_dist target/dist
  expect_message "starting without the AOT cache: it was made by Java 25.*, but .* is 17"
  stop_dist
  say "Made by Java 17"
  ! JAVA_HOME=$jdk ./mvnw -B -P dist validate >"$dist_log" || fail "-Pdist was built on Java 17"
  grep -q -- "-Pdist makes an AOT cache, which needs a JDK 25 or newer; this is 17" "$dist_log" ||
    { cat "$dist_log"; fail "-Pdist on Java 17 does not say what it needs"; }
}

# start_dist FOLDER OPTION…: starts a distribution with options of the server and the JVM, and checks their effect.
start_dist() {
  local port folder=$1
  shift
  port=$(free_port)
  dist_url=http://127.0.0.1:$port
  dist_log=$(mktemp)
  JAVA_OPTS="-Xlog:gc:stderr" "$folder/bin/wdata-mock" --server.port="$port" --wdata-mock.validation=strict "$@" \
    >"$dist_log" 2>&1 &
  dist_pid=$!
  at_exit 'stop_dist'
  await_start "$dist_pid" "$dist_log" "http://127.0.0.1:$port/actuator/health/readiness"
  [ "$(cat "/proc/$dist_pid/comm")" = java ] || fail "the launcher did not give its place to java"
  grep -q 'Using Serial' "$dist_log" || { cat "$dist_log"; fail "java.options and JAVA_OPTS are not in force"; }
  curl -s "http://127.0.0.1:$port/__mock/settings" | grep -q '"validation":"strict"' || fail "the options are not in force"
}

expect_message() { grep -q "^wdata-mock: $1" "$dist_log" || { cat "$dist_log"; fail "the launcher did not say: $1"; }; }

stop_dist() {
  [ -n "${dist_pid:-}" ] || return 0
  kill "$dist_pid" 2>/dev/null && wait "$dist_pid" 2>/dev/null || true
  dist_pid=
}
