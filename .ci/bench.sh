# The benchmarks in their short form: they run, no ratio is missed by far, nothing grows that must not, nothing is left over.

comparison() {
  bench_tools || return 0
  say "bench/run --short"
  bench/run --short
}

growth() {
  bench_tools || return 0
  say "bench/grow --short"
  bench/grow --short
}

soak() {
  bench_tools || return 0
  say "bench/soak --short"
  bench/soak --short
}

bench_tools() {
  [ -n "$(find_jdk 25)" ] || { unavailable "no JDK 25 at JAVA_HOME_25 or below /usr/lib/jvm"; return 1; }
  command -v wrk >/dev/null || install_package wrk || { unavailable "no wrk"; return 1; }
}
