# The files of examples/ against the jar, with the commands of their README.

examples() {
  python3 .ci/excerpts.py python,js,sh docs/clients.md examples || fail "docs/clients.md shows what is not run"
  build_wheel || return 0
  python_with requests pytest "$wheel" || return 0
  node_with httpyac@6 || return 0
  node_tarball || return 0
  start_jar
  # Local, because the tests of later steps would use this server too.
  local -x WDATA_MOCK_URL=$host
  http_file examples/wdata-mock.http
  node_project examples/node
  say "Run the Python tests"
  (cd examples/python && PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" -m pytest -q -p no:cacheprovider) ||
    fail "the Python example"
  say "Run the test of a shell script"
  PATH=$venv/bin:$PATH examples/shell/sync-test.sh || fail "the shell example"
  stop_jar
}

# http_file FILE: sends all its requests and checks the responses against the comments.
http_file() {
  local requests
  say "Send the requests of $1"
  sed "s|http://localhost:8080|$host|" "$1" >"$node_home/requests.http"
  cp .ci/httpyac.config.js "$node_home"
  requests=$(grep -c '^###' "$1")
  (cd "$node_home" && npx httpyac send requests.http --all --no-color --output none) | tee "$node_home/sent"
  grep -qx "$requests requests processed ($requests succeeded)" "$node_home/sent" || fail "not all $requests requests of $1 succeeded"
}
