# The vendor's own samples of "Refresh connection" (curl, HTTPie, wget, Python requests; none sends a body), with only the
# host changed and their placeholders filled in.

samples() {
  local tool
  for tool in curl wget; do
    command -v "$tool" >/dev/null || install_package "$tool" || { unavailable "no $tool"; return 0; }
  done
  python_with httpie requests || return 0
  start_jar
  sample "curl -sS -X POST $host/s/wdata/prep/api/v1/connections/\$id/refresh \
    -H 'Content-Type: application/json' -H 'Accept: application/json' -H 'Authorization: Bearer {access-token}'"
  sample "'$venv/bin/http' --ignore-stdin --body POST $host/s/wdata/prep/api/v1/connections/\$id/refresh \
    Content-Type:application/json Accept:application/json Authorization:'Bearer {access-token}'"
  sample "wget -q --method=POST '$host/s/wdata/prep/api/v1/connections/'\$id'/refresh' --output-document - \
    --header 'Content-Type: application/json' --header 'Accept: application/json' \
    --header 'Authorization: Bearer {access-token}'"
  sample "'$venv/bin/python' -c \"
import requests, sys
headers = {
  'Content-Type': 'application/json', 'Accept': 'application/json', 'Authorization': 'Bearer {access-token}'
}
r = requests.post('$host/s/wdata/prep/api/v1/connections/' + sys.argv[1] + '/refresh', headers = headers)
print(r.text)\" \$id"
  stop_jar
}

# sample COMMAND: its response is the envelope of a final run, and of a run whose statuses change.
sample() {
  local answer id
  id=instant
  answer=$(eval "$1") || fail "$1"
  grep -Eq '"destinationStatus": ?"complete"' <<<"$answer" || fail "$1 printed $answer"
  id=slow
  eval "$1" >/dev/null 2>&1 || true # a conflict from the second sample on, for the first has started it
  answer=$(curl -sS -H 'Authorization: Bearer any' "$host/api/v1/connections/slow/status")
  grep -Eq '"sourceStatus":"(not_started|running)"' <<<"$answer" || fail "$1 started no run: $answer"
  say "${1%% *}: $(cut -c1-100 <<<"$answer")…"
}
