# The recipe of docs/testcontainers.md, run against the image.

testcontainers() {
  local api
  python3 .ci/excerpts.py java,xml docs/testcontainers.md examples/testcontainers ||
    fail "docs/testcontainers.md shows what is not run"
  build_image || return 0
  # Testcontainers asks for a newer API than an engine may have, its helper container would have to be pulled, and on a
  # machine that looks like a container it asks for a network that the local engine has not got.
  api=$("$docker" version -f '{{.Server.APIVersion}}')
  say "Run examples/testcontainers"
  TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 \
    ./mvnw -B -ntp -f examples/testcontainers/pom.xml -Dapi.version="$api" test ||
    fail "the tests of examples/testcontainers"
}
