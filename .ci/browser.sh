# The live page and Swagger UI in a browser. Writes screenshots to target/screenshots.

browser() {
  command -v chromium >/dev/null || install_package chromium || { unavailable "no chromium"; return 0; }
  say "$(chromium --version 2>/dev/null): ./mvnw -B -P browser test"
  CHROMIUM=$(command -v chromium) ./mvnw -B -P browser test
}
