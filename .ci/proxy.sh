# The server behind nginx that strips a path prefix, as in docs/deployment.md, and behind one that ends HTTPS.

nginx_proxy() {
  local strategy port
  command -v nginx >/dev/null || install_package nginx || { unavailable "no nginx"; return 0; }
  for strategy in framework native; do
    say "server.forward-headers-strategy=$strategy"
    start_jar --server.forward-headers-strategy="$strategy" --wdata-mock.hosts=mock.example.com
    start_nginx
    # Tomcat, which evaluates the headers with the strategy native, does not know X-Forwarded-Prefix.
    [ "$strategy" = native ] || check_prefix
    check_forwarded_host
    stop_nginx
    stop_jar
  done
  if [ -x target/dist/bin/wdata-mock ] && find_jdk 25 >/dev/null; then
    say "The distribution"
    port=$(free_port)
    dist_log=$(mktemp)
    JAVA_HOME=$(find_jdk 25) target/dist/bin/wdata-mock --server.port="$port" \
      --server.forward-headers-strategy=framework --wdata-mock.hosts=mock.example.com >"$dist_log" 2>&1 &
    dist_pid=$!
    at_exit 'stop_dist'
    host=http://localhost:$port
    await_start "$dist_pid" "$dist_log" "$host/actuator/health/readiness"
    start_nginx
    check_prefix
    check_forwarded_host
    stop_nginx
    stop_dist
  fi
}

# Starts nginx in front of the server at $host: $front is the URL below a prefix, $public that of the root, which clients
# see as https://mock.example.com.
start_nginx() {
  local port
  nginx_folder=$(mktemp -d)
  port=$(free_port)
  front=http://127.0.0.1:$port/tools/mock
  public=http://127.0.0.1:$port
  cat >"$nginx_folder/nginx.conf" <<CONF
pid $nginx_folder/pid;
error_log $nginx_folder/error.log;
events {}
http {
  access_log off;
  client_body_temp_path $nginx_folder/body;
  proxy_temp_path $nginx_folder/proxy;
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
    location / {
      proxy_pass $host;
      proxy_set_header X-Forwarded-Host mock.example.com;
      proxy_set_header X-Forwarded-Proto https;
      proxy_set_header X-Forwarded-Port 443;
    }
  }
}
CONF
  nginx -c "$nginx_folder/nginx.conf"
  at_exit 'stop_nginx'
  await_start "$$" "$nginx_folder/error.log" "$front/actuator/health/readiness"
}

stop_nginx() {
  [ ! -f "$nginx_folder/pid" ] || kill "$(cat "$nginx_folder/pid")"
}

check_prefix() {
  local file
  expect_from "$front/sandbox/ci/swagger-ui/swagger-initializer.js" '"/tools/mock/sandbox/ci/v3/api-docs/swagger-config"'
  expect_from "$front/sandbox/ci/v3/api-docs/swagger-config" '"/tools/mock/sandbox/ci/v3/api-docs/wdata"'
  expect_from "$front/sandbox/ci/v3/api-docs/wdata" "\"$front/sandbox/ci\""
  expect_from "$front/v3/api-docs/mock" "\"$front\""
  expect_redirect "$front/swagger-ui.html" "$front/swagger-ui/index.html"
  expect_redirect "$front/sandbox/ci/swagger-ui.html" "$front/sandbox/ci/swagger-ui/index.html"
  expect_redirect "$front" "$front/"
  expect_redirect "$front/sandbox/ci?theme=dark" "$front/sandbox/ci/?theme=dark"
  expect_from "$front/sandbox/ci/" '<title>'
  # The files of the page and of Swagger UI have relative addresses.
  for file in $(curl -sSf "$front/sandbox/ci/" | grep -o '\(href\|src\)="live/[^"]*' | cut -d'"' -f2); do
    curl -sSf -o /dev/null "$front/sandbox/ci/$file" || fail "no $file below $front/sandbox/ci/"
  done
  curl -sSf -o /dev/null "$front/swagger-ui/swagger-ui-bundle.js" || fail "no Swagger UI below $front"
  # What the page sends: requests with its origin, and the stream of events.
  expect_status 200 "$front/sandbox/ci/api/v1/connections/instant/refresh" -X POST -H "Origin: ${front%/tools/mock}"
  expect_status 403 "$front/sandbox/ci/api/v1/connections/instant/refresh" -X POST -H 'Origin: http://other.example'
  expect_from "$front/sandbox/ci/__mock/events?limit=1" 'event: clock'
}

check_forwarded_host() {
  expect_from "$public/sandbox/ci/v3/api-docs/wdata" '"https://mock.example.com/sandbox/ci"'
  expect_redirect "$public/swagger-ui.html" "$public/swagger-ui/index.html"
  expect_status 200 "$public/api/v1/connections/instant/refresh" -X POST -H 'Origin: https://mock.example.com'
  expect_status 403 "$public/api/v1/connections/instant/refresh" -X POST -H 'Origin: http://mock.example.com'
}

# expect_from URL TEXT: the response, after redirects, contains the text.
expect_from() {
  local answer
  answer=$(curl -sSfL "$1")
  [[ $answer == *"$2"* ]] || fail "$1 does not contain $2"
}

# expect_redirect URL TARGET
expect_redirect() {
  local target
  target=$(curl -sS -o /dev/null -w '%{redirect_url}' "$1")
  [ "$target" = "$2" ] || fail "$1 redirects to $target instead of $2"
}

# expect_status STATUS URL CURL_OPTION…
expect_status() {
  local status wanted=$1
  shift
  status=$(curl -sS -o /dev/null -w '%{http_code}' -H 'Authorization: Bearer any' "$@")
  [ "$status" = "$wanted" ] || fail "$status instead of $wanted from $*"
}
