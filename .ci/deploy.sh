# The files that deploy the image: the Kubernetes manifests by the schemas of Kubernetes, compose.yaml by running it.

deploy() {
  validate_manifests
  build_image || return 0
  prepare_compose || return 0
  compose_up
}

validate_manifests() {
  local replicas
  python_with kubernetes-validate || return 0
  say "Validate deploy/kubernetes.yaml"
  "$venv/bin/kubernetes-validate" --strict deploy/kubernetes.yaml || fail "deploy/kubernetes.yaml is not valid"
  command -v kubectl >/dev/null || { unavailable "no kubectl"; return 0; }
  say "Validate deploy/replicas"
  replicas=$(mktemp)
  kubectl kustomize deploy/replicas >"$replicas" || fail "deploy/replicas has no valid kustomization.yaml"
  "$venv/bin/kubernetes-validate" --strict "$replicas" || fail "deploy/replicas is not valid"
  check_server_names "$replicas"
  rm "$replicas"
}

# nginx, the Services and the pods of the StatefulSet have the same names.
check_server_names() {
  local balanced services replicas index pods=
  balanced=$(sed -n 's/^ *server \(wdata-mock-[0-9]*\):8080 .*/\1/p' deploy/replicas/nginx.conf)
  services=$(sed -n 's|^ *statefulset.kubernetes.io/pod-name: ||p' "$1")
  replicas=$(sed -n '/^kind: StatefulSet/,/^---/s/^  replicas: //p' "$1")
  for ((index = 0; index < replicas; index++)); do pods+=${pods:+$'\n'}wdata-mock-$index; done
  [ "$balanced" = "$pods" ] && [ "$services" = "$pods" ] ||
    fail "deploy/replicas has the pods" $pods "but nginx has" $balanced "and Services exist for" $services
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
