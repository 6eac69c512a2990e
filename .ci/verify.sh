# The build with its tests, as the README names it.

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

verify_on_default_jdk() {
  local java=java
  [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
  say "Java $(java_major "$java"): ./mvnw -B verify"
  ./mvnw -B verify
}

# What compares our OpenAPI document with the vendor's, where that is at hand.
contract_option() {
  local contract=$PWD/../shared/contract/wdata-connections.openapi.yaml
  [ ! -f "$contract" ] || echo "-Dwdata-mock.contract=$contract"
}

verify_on_jdk_25() {
  local home contract
  contract=$(contract_option)
  home=$(find_jdk 25)
  [ -n "$home" ] || { unavailable "no JDK 25 at JAVA_HOME_25 or below /usr/lib/jvm"; return 0; }
  # Named although it is on by itself here: should that ever fail, the checks still run. And clean, because
  # Maven does not see from another JDK alone that it has to compile again.
  say "Java 25 with Error Prone: ./mvnw -B -P error-prone clean verify"
  [ -n "$contract" ] || say "SKIPPED: no contract of the vendor's to compare the OpenAPI document with"
  JAVA_HOME=$home ./mvnw -B -P error-prone ${contract:+"$contract"} clean verify
}
