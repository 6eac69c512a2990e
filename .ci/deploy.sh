# The files that deploy the image: the Kubernetes manifest by the schemas of Kubernetes, compose.yaml by running it.

deploy() {
  validate_manifest
  build_image || return 0
  prepare_compose || return 0
  compose_up
}

validate_manifest() {
  python_with kubernetes-validate || return 0
  say "Validate deploy/kubernetes.yaml"
  "$venv/bin/kubernetes-validate" --strict deploy/kubernetes.yaml || fail "deploy/kubernetes.yaml is not valid"
}

# Sets $compose to the command that is at hand.
prepare_compose() {
  compose=("$docker" compose)
  ! "${compose[@]}" version >/dev/null 2>&1 || return 0
  compose=(docker-compose)
  command -v docker-compose >/dev/null || install_package docker-compose || { unavailable "no docker compose"; return 1; }
}

compose_up() {
  export WDATA_MOCK_PORT
  WDATA_MOCK_PORT=$(free_port)
  base_url=http://127.0.0.1:$WDATA_MOCK_PORT
  say "Run compose.yaml on $base_url"
  at_exit '"${compose[@]}" down >/dev/null 2>&1'
  "${compose[@]}" up -d --no-build 2>&1
  container=$("${compose[@]}" ps -q wdata-mock)
  wait_until_healthy
  curl -sf -o /dev/null -H 'Authorization: Bearer any' "$base_url/api/v1/connections" || fail "no answer at $base_url"
  check_cache
  "${compose[@]}" down 2>&1
}
