# The files of examples/, each against the jar, in ways that their README names.

examples() {
  local tools
  for tool in node npm python3; do
    command -v "$tool" >/dev/null || { unavailable "no $tool"; return 0; }
  done
  tools=$(mktemp -d)
  at_exit "rm -rf '$tools'"
  say "Install httpyac and Python requests"
  npm install --silent --no-fund --no-audit --prefix "$tools" httpyac@6 &&
    python3 -m venv "$tools/venv" && "$tools/venv/bin/pip" install -q requests ||
    { unavailable "httpyac and requests cannot be installed"; return 0; }
  start_jar
  export WDATA_MOCK_URL=$host
  http_file examples/wdata-mock.http
  say "Run the Node tests"
  (cd examples/node && node --test) || fail "the Node example"
  say "Run the Python tests"
  (cd examples/python && PYTHONDONTWRITEBYTECODE=1 "$tools/venv/bin/python" -m unittest -v) || fail "the Python example"
  stop_jar
}

# http_file FILE: sends all its requests; each answer is what the comment above the request says.
http_file() {
  local requests
  say "Send the requests of $1"
  sed "s|http://localhost:8080|$host|" "$1" >"$tools/requests.http"
  cp .ci/httpyac.config.js "$tools"
  requests=$(grep -c '^###' "$1")
  (cd "$tools" && npx httpyac send requests.http --all --no-color --output none) | tee "$tools/sent"
  grep -qx "$requests requests processed ($requests succeeded)" "$tools/sent" || fail "not all $requests requests of $1 succeeded"
}
