# The MCP endpoint with the official clients for Python and TypeScript, by HTTP and by standard input and output, and with
# the command line of the MCP Inspector.

mcp() {
  python_with mcp || return 0
  node_with @modelcontextprotocol/sdk @modelcontextprotocol/inspector || return 0
  cp .ci/mcp-client.mjs "$node_home"
  start_jar
  local stdio=(java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$PWD/target/wdata-mock.jar" mcp)
  say "Python, by HTTP and by standard input and output"
  "$venv/bin/python" .ci/mcp_client.py python "$host/mcp" || fail "the scenario in Python by HTTP"
  "$venv/bin/python" .ci/mcp_client.py python "${stdio[@]}" || fail "the scenario in Python by stdio"
  say "TypeScript, by HTTP and by standard input and output"
  node "$node_home/mcp-client.mjs" node "$host/mcp" || fail "the scenario in TypeScript by HTTP"
  node "$node_home/mcp-client.mjs" node "${stdio[@]}" || fail "the scenario in TypeScript by stdio"
  say "The command line of the Inspector"
  inspector_scenario
  stop_jar
}

# inspect METHOD OPTION…: the result of a request, with the URL of a sandbox.
inspect() { "$node_home/node_modules/.bin/mcp-inspector" --cli "$host/sandbox/inspector/mcp" --transport http --method "$@"; }

# inspect_tool TOOL ARGUMENT=VALUE…: $result is the result of a tool.
inspect_tool() {
  local tool=$1 arguments=() argument
  shift
  for argument in "$@"; do arguments+=(--tool-arg "$argument"); done
  result=$(inspect tools/call --tool-name "$tool" ${arguments[@]+"${arguments[@]}"}) || fail "$tool: $result"
}

# expect_result TEXT: the last result contains it.
expect_result() { [[ $result == *"$1"* ]] || fail "the Inspector received $result instead of $1"; }

inspector_scenario() {
  local refresh=(curl -s -o /dev/null -w '%{http_code}' -X POST -H 'Authorization: Bearer any'
    "$host/sandbox/inspector/api/v1/connections/payroll/refresh") result
  result=$(inspect tools/list)
  expect_result '"describe_sandbox"'
  inspect_tool put_connection connectionId=payroll 'scripts=[{"outcome": "fail_source"}, {"outcome": "succeed"}]'
  inspect_tool control_clock 'set={"mode": "frozen"}'
  [ "$("${refresh[@]}")" = 200 ] || fail "the first refresh"
  inspect_tool control_clock 'advance={"until": {"connectionId": "payroll", "stage": "done"}}'
  inspect_tool list_runs connectionId=payroll
  expect_result '"sourceStatus": "error"'
  inspect_tool add_fault operation=refreshConnection times=1 when=after 'effect={"type": "disconnect"}'
  # curl fails with 52, an empty reply, and prints 000.
  [ "$("${refresh[@]}" || true)" = 000 ] || fail "the response was not lost"
  [ "$("${refresh[@]}")" = 409 ] || fail "the refresh after the lost response"
  inspect_tool list_requests connectionId=payroll limit=2
  expect_result 'took script 2 of 2: succeed'
  inspect_tool verify_requests operation=refreshConnection 'count={"exactly": 3}'
  expect_result '"verdict": "satisfied"'
}
