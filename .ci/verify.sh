# The build with its tests, as the README names it.

verify_on_default_jdk() {
  local java=java
  [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
  say "Java $(java_major "$java"): ./mvnw -B verify"
  ./mvnw -B verify
}

# Compares our OpenAPI document with the vendor's, if available.
contract_option() {
  [ ! -f "$vendor_contract" ] || echo "-Dopenapi.contract=$vendor_contract"
}

verify_on_jdk_25() {
  local contract
  contract=$(contract_option)
  require_jdk 25 || return 0
  # The profile is explicit, so that the checks run even if its activation fails. And clean, because
  # Maven does not see from another JDK alone that it has to compile again.
  say "Java 25 with Error Prone: ./mvnw -B -P error-prone clean verify"
  [ -n "$contract" ] || say "SKIPPED: no contract of the vendor's to compare the OpenAPI document with"
  JAVA_HOME=$jdk ./mvnw -B -P error-prone ${contract:+"$contract"} clean verify
}
