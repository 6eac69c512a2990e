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

# The distribution on the newest Java, and the jar on the oldest.
memory() {
  local oldest newest cases=()
  require_jdk 17 || return 0
  oldest=$jdk
  require_jdk 25 || return 0
  newest=$jdk
  for case in refresh token batch status fault bodies chunked; do cases+=("--case=$case"); done
  say "bench/memory --short: large requests to the distribution on Java 25"
  bench/memory --short --form=distribution --java="$newest" "${cases[@]}"
  say "bench/memory --short: large requests to the jar on Java 17"
  bench/memory --short --form=jar --java="$oldest" "${cases[@]}"
}
