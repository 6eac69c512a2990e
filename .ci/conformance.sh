# The black-box suite, as docs/conformance.md describes: against our server, directly and through Prism.

conformance() {
  local contract
  start_jar --wdata-mock.auth.mode=issued
  python3 .ci/console.py docs/conformance.md "$host" || fail "docs/conformance.md does not tell what the server answers"
  contract=$(openapi_file)
  black_box_suite "$host" verify -Pconformance -Dopenapi="$contract"
  stop_jar
}

# Prism validates requests and responses against the vendor's contract, independently of the suite.
prism() {
  local port log
  [ -f "$vendor_contract" ] || { say "SKIPPED: no contract of the vendor's for Prism to judge by"; return 0; }
  node_with @stoplight/prism-cli@5 || return 0
  start_jar --wdata-mock.auth.mode=issued
  port=$(free_port)
  log=$(mktemp)
  node "$node_home/node_modules/@stoplight/prism-cli/dist/index.js" proxy "$vendor_contract" "$host" --port "$port" >"$log" 2>&1 &
  prism_pid=$!
  at_exit 'kill "$prism_pid" 2>/dev/null'
  timeout 60 bash -c "until grep -q 'Prism is listening' '$log'; do sleep 0.3; done" || { cat "$log"; fail "Prism did not start"; }
  black_box_suite "http://127.0.0.1:$port" -f clients/conformance/pom.xml test
  judged_by_prism "$log"
  kill "$prism_pid"
  stop_jar
}

# The suite sends invalid requests on purpose; responses must be valid.
judged_by_prism() {
  local passed
  passed=$(grep -c 'Request received' "$1" || true)
  if grep 'Violation: response' "$1"; then fail "Prism found answers that break the contract"; fi
  [ "$passed" -ge 50 ] || { cat "$1"; fail "only $passed requests passed through Prism"; }
  say "$passed requests passed through Prism, and no answer breaks the contract"
}

# black_box_suite BASE_URL MAVEN_ARGUMENT…: with a token of the server at $host.
black_box_suite() {
  local base_url=$1 token
  shift
  token=$(issue_token)
  say "Run the black-box suite against $base_url"
  ./mvnw -B -ntp "$@" -Dbase-url="$base_url" -Dtoken="$token" -Dconnection=always-succeeds \
    -Dbatch=trial-balance-to-10k,income-statement-to-10k -Dpoll=PT0.2S
}

# The vendor's contract if available, otherwise our own document, which shows no drift.
openapi_file() {
  local contract=$vendor_contract
  if [ ! -f "$contract" ]; then
    say "SKIPPED: no contract of the vendor's; the suite is held against our own document" >&2
    contract=$(mktemp)
    curl -sSf -o "$contract" "$host/v3/api-docs/wdata"
  fi
  echo "$contract"
}
