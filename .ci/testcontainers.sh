# The Testcontainers module: its tests, and a project that uses its artifact to start the image.

testcontainers() {
  local api hosts
  python3 .ci/excerpts.py java,xml docs/testcontainers.md examples/testcontainers ||
    fail "docs/testcontainers.md shows what is not run"
  build_testcontainers_module
  build_image || return 0
  # Testcontainers asks for a newer API than an engine may have, its helper container would have to be pulled, and on a
  # machine that looks like a container it asks for a network that the local engine has not got.
  api=$("$docker" version -f '{{.Server.APIVersion}}')
  # The engine gets a name as if it were on another machine, which the server must accept.
  hosts=$(mktemp)
  printf '127.0.0.1 localhost\n127.0.0.1 docker.example.com\n' >"$hosts"
  say "Run examples/testcontainers"
  TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=docker.example.com \
    ./mvnw -B -ntp -f examples/testcontainers/pom.xml -Dapi.version="$api" \
    -DargLine="-Djdk.net.hosts.file=$hosts" test ||
    fail "the tests of examples/testcontainers"
  rm "$hosts"
}

# On a JDK 25 with Error Prone, then for users, on the default JDK.
build_testcontainers_module() {
  local newest
  newest=$(find_jdk 25)
  if [ -n "$newest" ]; then
    say "Java 25 with Error Prone: ./mvnw -B -f clients/pom.xml -pl testcontainers -P error-prone clean test-compile"
    JAVA_HOME=$newest ./mvnw -q -B -f clients/pom.xml -pl testcontainers -P error-prone clean test-compile
  fi
  say "Java $(java_major java): ./mvnw -B -f clients/pom.xml -pl testcontainers clean install"
  ./mvnw -B -ntp -f clients/pom.xml -pl testcontainers clean install
}
