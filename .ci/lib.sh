# Functions of all steps.

announce() { printf '\n=== %s\n' "$*"; }
say() { printf -- '--- %s\n' "$*"; }
fail() {
  printf '\n*** FAILED: %s\n' "$*" >&2
  exit 1
}

# Reports that a step cannot run here. Fails in CI, where every step must run.
# Use as: something || { unavailable "no something"; return 0; }
unavailable() {
  [ "${CI:-}" != true ] || fail "$*; with CI=true no step may be skipped"
  say "SKIPPED: $*"
}

run_step() {
  local began=$SECONDS
  declare -F "$1" >/dev/null || fail "there is no step named $1"
  announce "$1"
  # Not in a condition: that would switch off set -e inside the step.
  "$1"
  say "$1 took $((SECONDS - began)) s"
}

# Commands to run at the exit, the newest first.
cleanups=()
at_exit() { cleanups=("$1" ${cleanups[@]+"${cleanups[@]}"}); }
clean_up() {
  local command
  for command in ${cleanups[@]+"${cleanups[@]}"}; do eval "$command" || true; done
}
trap clean_up EXIT

# install_package PACKAGE: of Debian, where that is possible.
install_package() { [ "$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq "$1" >/dev/null; }

# python_with PACKAGE…: $venv is a Python of the step's own that has them.
python_with() {
  command -v python3 >/dev/null || { unavailable "no python3"; return 1; }
  say "Install for Python: $*"
  venv=$(mktemp -d)
  at_exit "rm -rf '$venv'"
  python3 -m venv "$venv" && "$venv/bin/pip" install -q "$@" || { unavailable "$* cannot be installed"; return 1; }
}

# node_with PACKAGE…: $node_home is a folder of the step's own whose node_modules have them.
node_with() {
  command -v npm >/dev/null || { unavailable "no npm"; return 1; }
  say "Install for Node: $*"
  node_home=$(mktemp -d)
  at_exit "rm -rf '$node_home'"
  npm install --silent --no-fund --no-audit --prefix "$node_home" "$@" || { unavailable "$* cannot be installed"; return 1; }
}

# The major version of a java command.
java_major() { "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java\.specification\.version = //p'; }

# The home of a JDK of the given major version, or nothing.
find_jdk() {
  local named="JAVA_HOME_$1" home
  for home in "${!named:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*"$1"*; do
    # An empty one would mean /bin.
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$(java_major "$home/bin/java")" = "$1" ]; then
      echo "$home"
      return
    fi
  done
}

# require_jdk MAJOR: $jdk is the home of such a JDK, or the step cannot run.
require_jdk() {
  jdk=$(find_jdk "$1")
  [ -n "$jdk" ] || { unavailable "no JDK $1 at JAVA_HOME_$1 or below /usr/lib/jvm"; return 1; }
}

# A port of the loopback interface that nothing listens on.
free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}
