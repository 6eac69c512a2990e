# HTTPS with the commands of docs/tls.md, on another port.

tls() {
  local jar=$PWD/target/wdata-mock.jar directory port pid
  command -v openssl >/dev/null || install_package openssl || { unavailable "no openssl"; return 0; }
  package_server
  directory=$(mktemp -d)
  at_exit "rm -rf '$directory'"
  port=$(free_port)
  (cd "$directory" && eval "$(tls_command openssl)" 2>openssl.log) || fail "docs/tls.md: openssl makes no certificate"
  say "Start the jar with it"
  (cd "$directory" && eval "exec $(tls_command java)") >"$directory/log" 2>&1 &
  pid=$!
  at_exit "kill $pid 2>/dev/null"
  await_start "$pid" "$directory/log" "https://localhost:$port/actuator/health" --cacert "$directory/cert.pem"
  (cd "$directory" && eval "$(tls_command curl)" | grep -q '"sourceStatus":"complete"') || fail "docs/tls.md: no run"
  grep -q "Listening on https://" "$directory/log" || fail "the start line tells no https: $(cat "$directory/log")"
  ! curl -sf "https://localhost:$port/actuator/health" || fail "a client that does not trust the certificate got in"
  ! curl -sf "http://localhost:$port/actuator/health" || fail "plain HTTP got in"
  kill "$pid" && wait "$pid" || true
  say "With the certificate a client gets in, without it none does"
}

# The command of docs/tls.md that begins with this program, for the jar and port of this step.
tls_command() { grep -m1 "^$1 " "$tls_document" | sed "s|target/wdata-mock.jar|$jar|; s/8443/$port/"; }
tls_document=$PWD/docs/tls.md
