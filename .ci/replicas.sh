# Three servers behind nginx with deploy/replicas/nginx.conf: every sandbox stays on one server.

replicas() {
  local folder ports index
  command -v nginx >/dev/null || install_package nginx || { unavailable "no nginx"; return 0; }
  command -v python3 >/dev/null || { unavailable "no python3"; return 0; }
  package_server
  folder=$(mktemp -d)
  at_exit "rm -rf '$folder'"
  replica_pids=()
  at_exit 'kill -9 ${replica_pids[@]+"${replica_pids[@]}"} 2>/dev/null'
  ports=()
  for index in 0 1 2; do
    ports+=("$(unused_port ${ports[@]+"${ports[@]}"})")
    start_replica "$index"
  done
  for index in 0 1 2; do await_replica "$index"; done
  start_balancer

  say "300 sandboxes, 64 clients at once"
  replica_checks create
  say "Kill the second server"
  { kill -9 "${replica_pids[1]}" && wait "${replica_pids[1]}"; } 2>/dev/null || true
  replica_checks down
  say "Start it again"
  start_replica 1
  await_replica 1
  replica_checks restarted

  kill "$(cat "$folder/pid")" "${replica_pids[@]}"
  wait "${replica_pids[@]}" 2>/dev/null || true
  replica_pids=()
}

# unused_port PORT…: a free port other than these.
unused_port() {
  local port
  while port=$(free_port); do
    [[ " $* " == *" $port "* ]] || break
  done
  echo "$port"
}

start_replica() {
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar target/wdata-mock.jar --server.port="${ports[$1]}" \
    >"$folder/server-$1.log" 2>&1 &
  replica_pids[$1]=$!
}

await_replica() {
  await_start "${replica_pids[$1]}" "$folder/server-$1.log" "http://127.0.0.1:${ports[$1]}/actuator/health/readiness"
}

# The file of deploy/ with the addresses replaced; the rest is what a default nginx.conf has.
start_balancer() {
  local index
  front=$(unused_port "${ports[@]}")
  sed "s/listen 8080;/listen 127.0.0.1:$front;/" deploy/replicas/nginx.conf >"$folder/default.conf"
  for index in 0 1 2; do
    sed -i.bak "s/ wdata-mock-$index:8080/ 127.0.0.1:${ports[$index]}/" "$folder/default.conf"
  done
  cat >"$folder/nginx.conf" <<CONF
pid $folder/pid;
error_log $folder/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  include $folder/default.conf;
}
CONF
  nginx -c "$folder/nginx.conf"
  at_exit "[ ! -f '$folder/pid' ] || kill \$(cat '$folder/pid')"
}

replica_checks() {
  python3 .ci/replicas.py "$1" "$folder/sandboxes.json" "$front" "${ports[@]}" ||
    { tail -n 20 "$folder/error.log"; fail "sandboxes behind nginx: $1"; }
}
