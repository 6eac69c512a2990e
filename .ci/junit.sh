# The JUnit extension: its tests, and projects that use only its artifact.

oldest_junit=5.10.5
newest_junit_5=5.14.4
newest_junit=6.1.3
newest_spring=7.0.10

junit_on_default_jdk() {
  package_server
  say "Java $(java_major java), JUnit $oldest_junit: ./mvnw -B -f clients/junit/pom.xml install"
  ./mvnw -B -f clients/junit/pom.xml clean install
  check_artifact
}

junit_on_jdk_25() {
  require_jdk 25 || return 0
  package_server
  say "Java 25 with Error Prone: ./mvnw -B -f clients/junit/pom.xml -P error-prone clean test-compile"
  JAVA_HOME=$jdk ./mvnw -B -f clients/junit/pom.xml -P error-prone clean test-compile
  # Compiled against the oldest supported versions and run with the newest, as for users.
  say "Java 25, JUnit $newest_junit, Spring $newest_spring"
  JAVA_HOME=$jdk ./mvnw -B -f clients/junit/pom.xml surefire:test \
    -Djunit.version="$newest_junit" -Dspring.version="$newest_spring"
}

junit_consumers() {
  local directory
  require_jdk 25 || return 0
  package_server
  ./mvnw -q -B -f clients/junit/pom.xml install -DskipTests
  directory=$(mktemp -d)
  at_exit "rm -rf '$directory'"
  cp -r clients/consumers/. "$directory"
  check_dependencies "$directory/plain"
  consume "$directory/plain" "" -Djunit.version="$newest_junit"
  consume "$directory/plain" "" -Djunit.version="$oldest_junit" -Dtest=SyncJobTests
  consume "$directory/plain" "$jdk" -Djunit.version="$newest_junit_5"
  consume "$directory/plain" "$jdk" -Djunit.version="$newest_junit" -Dtest=SyncJobTests
  consume "$directory/spring-boot-3" ""
  consume "$directory/spring-boot-3" "$jdk"
}

junit_document() {
  python3 .ci/excerpts.py java README.md clients/consumers || fail "README.md shows what is not run"
  python3 .ci/excerpts.py java docs/clients.md clients/consumers || fail "docs/clients.md shows what is not run"
  python3 .ci/excerpts.py java,xml,yaml docs/junit.md clients/consumers || fail "docs/junit.md shows what is not run"
}

# consume PROJECT JAVA_HOME OPTION...: its tests, on this Java or the default one.
consume() {
  local project=$1 home=$2
  shift 2
  say "${project##*/} on Java ${home:-by default}: mvn clean test $*"
  JAVA_HOME=${home:-${JAVA_HOME:-}} ./mvnw -B -ntp -f "$project/pom.xml" clean test "$@" | tee "$project/output"
  grep -q 'BUILD SUCCESS' "$project/output" || fail "${project##*/} with $*"
}

# The artifact adds no other dependency to a user's class path; its own are relocated.
check_dependencies() {
  local tree
  tree=$(./mvnw -B -f "$1/pom.xml" dependency:tree -Dincludes='io.wdatamock,tools.jackson*,com.fasterxml*,org.springframework*,org.jspecify:*:*:*')
  tree=$(sed -n 's/^\[INFO\] \([ |+\\].*\)/\1/p' <<<"$tree")
  say "What the artifact brings along:"$'\n'"$tree"
  ! grep -Eq 'jackson|springframework' <<<"$tree" || fail "the artifact brings dependencies along"
}

check_artifact() {
  local names foreign
  names=$(jar tf clients/junit/target/wdata-mock-junit-*-SNAPSHOT.jar | grep -v '/$')
  foreign=$(grep -Ev '^(io/wdatamock/|META-INF/(MANIFEST\.MF|LICENSE|NOTICE|[A-Za-z-]+-LICENSE|spring\.factories|maven/io\.wdatamock/.*)$)' <<<"$names" || true)
  [ -z "$foreign" ] || fail "the artifact has files of others' names: $foreign"
  say "The artifact has $(wc -l <<<"$names") files, all below io/wdatamock or known in META-INF"
}
