# The server behind nginx that strips a path prefix, as in docs/deployment.md.

nginx_proxy() {
  local port
  command -v nginx >/dev/null || install_package nginx || { unavailable "no nginx"; return 0; }
  start_jar --server.forward-headers-strategy=framework
  nginx_checks
  stop_jar
  if [ -x target/dist/bin/wdata-mock ] && find_jdk 25 >/dev/null; then
    port=$(free_port)
    dist_log=$(mktemp)
    JAVA_HOME=$(find_jdk 25) target/dist/bin/wdata-mock --server.port="$port" \
      --server.forward-headers-strategy=framework >"$dist_log" 2>&1 &
    dist_pid=$!
    at_exit 'stop_dist'
    host=http://localhost:$port
    await_start "$dist_pid" "$dist_log" "$host/actuator/health/readiness"
    nginx_checks
    stop_dist
  fi
}

# Starts nginx in front of the server at $host, and calls the server through it.
nginx_checks() {
  local folder port front
  folder=$(mktemp -d)
  port=$(free_port)
  front=http://127.0.0.1:$port/tools/mock
  cat >"$folder/nginx.conf" <<CONF
pid $folder/pid;
error_log $folder/error.log;
events {}
http {
  access_log off;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  server {
    listen 127.0.0.1:$port;
    location /tools/mock/ {
      proxy_pass $host/;
      proxy_set_header Host \$http_host;
      proxy_set_header X-Forwarded-Host \$http_host;
      proxy_set_header X-Forwarded-Proto \$scheme;
      proxy_set_header X-Forwarded-Prefix /tools/mock;
      proxy_buffering off;
    }
  }
}
CONF
  nginx -c "$folder/nginx.conf"
  at_exit "[ ! -f '$folder/pid' ] || kill \$(cat '$folder/pid')"
  await_start "$$" "$folder/error.log" "$front/actuator/health/readiness"
  expect_from "$front/sandbox/ci/swagger-ui/swagger-initializer.js" '"/tools/mock/sandbox/ci/v3/api-docs/swagger-config"'
  expect_from "$front/sandbox/ci/v3/api-docs/swagger-config" '"/tools/mock/sandbox/ci/v3/api-docs/wdata"'
  expect_from "$front/sandbox/ci/v3/api-docs/wdata" "\"$front/sandbox/ci\""
  expect_from "$front/sandbox/ci" '<title>' # redirected to the live page
  kill "$(cat "$folder/pid")"
}

# expect_from URL TEXT: the response, after redirects, contains the text.
expect_from() {
  local answer
  answer=$(curl -sSfL "$1")
  [[ $answer == *"$2"* ]] || fail "$1 does not contain $2"
}
