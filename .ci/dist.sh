# The distribution: its launcher on Java 25 and 17, and the archives of classes that it creates.

dist() {
  local newest
  require_jdk 25 || return 0
  newest=$jdk
  say "Make target/dist on Java 25"
  JAVA_HOME=$newest ./mvnw -B -q -Dmaven.test.skip=true -P '!error-prone,dist' package
  dist_home=$(mktemp -d)
  at_exit 'rm -rf "$dist_home"'

  say "The first start, eight times at once"
  local -x XDG_CACHE_HOME=$dist_home/cache
  for _ in 1 2 3 4 5 6 7 8; do
    "$newest/bin/java" -cp target/dist/wdata-mock.jar io.wdatamock.launch.JvmOptions &
  done >"$dist_home/options"
  JAVA_HOME=$newest start_dist target/dist
  ! grep -q "without Spring AOT" "$dist_log" || { cat "$dist_log"; fail "Spring AOT is not in use"; }
  stop_dist
  wait
  [ "$(grep -c '^@.*/java.options$' "$dist_home/options")" = 8 ] || fail "not every start got its options"
  await_archive

  say "The second start"
  JAVA_HOME=$newest start_dist target/dist
  grep -q wdata-mock.aot "/proc/$dist_pid/maps" || fail "the AOT cache is not in use"
  stop_dist

  say "With a setting that decides about beans"
  JAVA_HOME=$newest start_dist target/dist --springdoc.api-docs.enabled=false
  grep -q "Starting without Spring AOT, because springdoc.api-docs.enabled" "$dist_log" ||
    { cat "$dist_log"; fail "it does not say that it starts without Spring AOT"; }
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$dist_url/v3/api-docs/wdata")" = 404 ] || fail "documents are not switched off"
  stop_dist

  say "With a damaged archive"
  truncate -s 1M "$XDG_CACHE_HOME"/wdata-mock/*/wdata-mock.aot
  JAVA_HOME=$newest start_dist target/dist
  stop_dist

  say "With a cache directory that cannot be written"
  XDG_CACHE_HOME=/dev/null JAVA_HOME=$newest start_dist target/dist
  expect_message "starts without an archive of classes"
  stop_dist
  full_disk "$newest"

  require_jdk 17 || return 0
  say "On Java 17, in a folder with a blank in its name"
  cp -pR target/dist "$dist_home/to keep"
  "$jdk/bin/java" -cp "$dist_home/to keep/wdata-mock.jar" io.wdatamock.launch.Training
  JAVA_HOME=$jdk start_dist "$dist_home/to keep"
  grep -q wdata-mock.jsa "/proc/$dist_pid/maps" || fail "the CDS archive is not in use"
  stop_dist
  say "Made by Java 17"
  ! JAVA_HOME=$jdk ./mvnw -B -P dist validate >"$dist_log" || fail "-Pdist was built on Java 17"
  grep -q -- "-Pdist decides beans for virtual threads, which need a JDK 21 or newer; this is 17" "$dist_log" ||
    { cat "$dist_log"; fail "-Pdist on Java 17 does not say what it needs"; }
}

# full_disk JAVA_HOME: a training on a disk that is too small fails once, and starts are not affected.
full_disk() {
  local small=$dist_home/small
  [ "$(id -u)" = 0 ] && mkdir "$small" && mount -t tmpfs -o size=1m tmpfs "$small" ||
    { unavailable "no small file system can be mounted"; return 0; }
  at_exit 'umount "$dist_home/small"'
  say "With a full disk"
  ! XDG_CACHE_HOME=$small "$1/bin/java" -cp target/dist/wdata-mock.jar io.wdatamock.launch.Training 2>/dev/null ||
    fail "an archive fits into a small file system"
  [ -f "$small"/wdata-mock/*/failed.log ] || fail "there is no log of the failure"
  XDG_CACHE_HOME=$small JAVA_HOME=$1 start_dist target/dist
  stop_dist
}

# await_archive: until the one training in the background has created its archive, and no other.
await_archive() {
  local began=$SECONDS archives
  until archives=("$XDG_CACHE_HOME"/wdata-mock/*/wdata-mock.aot) && [ -f "${archives[0]}" ]; do
    [ $((SECONDS - began)) -le 120 ] || { find "$XDG_CACHE_HOME" -ls; fail "no archive within 120 s"; }
    sleep 0.5
  done
  [ ${#archives[@]} = 1 ] || fail "eight starts have created ${#archives[@]} archives"
  say "An archive after $((SECONDS - began)) s"
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
