# The short form of the benchmarks: ratios within wide limits, no growth, no leftovers.

comparison() {
  require_jdk 25 || return 0
  command -v wrk >/dev/null || install_package wrk || { unavailable "no wrk"; return 0; }
  say "bench/run --short"
  bench/run --short
}

growth() {
  require_jdk 25 || return 0
  say "bench/grow --short"
  bench/grow --short
}

soak() {
  require_jdk 25 || return 0
  say "bench/soak --short"
  bench/soak --short
}

# Both forms of the server, on Java 17 and 25.
memory() {
  local oldest newest
  require_jdk 17 || return 0
  oldest=$jdk
  require_jdk 25 || return 0
  newest=$jdk
  say "bench/memory --short on Java 25 and 17: large requests"
  bench/memory --short --java="$newest" --java="$oldest" \
    --case=refresh --case=token --case=batch --case=status --case=fault --case=bodies --case=chunked
}
