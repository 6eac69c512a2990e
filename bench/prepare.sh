# Shared by the benchmarks: finds a JDK 25, builds the server and the benchmarks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

die() {
  echo "$*" >&2
  exit 1
}

require_command() {
  command -v "$1" >/dev/null || die "There is no $1 on the PATH; install it, for instance with: apt-get install $1"
}

# The servers, their builds and the benchmarks run on the same Java.
for home in "${JAVA_HOME_25:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
  [ -x "$home/bin/javac" ] && "$home/bin/javac" -version 2>&1 | grep -q '^javac 25' && JAVA_HOME=$home && break
done
"${JAVA_HOME:-}/bin/javac" -version 2>&1 | grep -q '^javac 25' ||
  die "The benchmarks need a JDK 25 at JAVA_HOME_25, at JAVA_HOME or below /usr/lib/jvm"
export JAVA_HOME

# Builds the distribution if a source is newer, and its archive of classes; verify runs tests and static checks.
build_server() {
  local jar=target/dist/wdata-mock.jar
  [ -f "$jar" ] && [ -z "$(find pom.xml src/main src/dist -newer "$jar" -print -quit)" ] ||
    ./mvnw -q -B -ntp -Dmaven.test.skip=true -P 'dist,!error-prone' package
  "$JAVA_HOME/bin/java" -cp "$jar" io.wdatamock.launch.Training >/dev/null
}

# run_bench CLASS OPTION…
run_bench() {
  local class=$1
  shift
  local tomcat
  tomcat=$(printf ':%s' target/dist/lib/{tomcat-embed-core,jakarta.annotation-api}-*.jar)
  "$JAVA_HOME/bin/javac" -Xlint:all -Werror -cp "$tomcat" -d target/bench/classes $(find bench/src -name '*.java')
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx256m -cp "target/bench/classes$tomcat" "io.wdatamock.bench.$class" "$@"
}
