# Schemathesis makes up requests from our OpenAPI documents, right ones and wrong ones, and follows the links between the
# operations.

# The vendor's API: strict, and with the tokens only that the server has issued.
schemathesis() {
  local token
  python_with 'schemathesis>=4,<5' || return 0
  start_jar --wdata-mock.validation=strict --wdata-mock.auth.mode=issued
  # The seed's standing faults answer 429 and 500, which is what they are for.
  curl -sSf -X DELETE "$host/__mock/faults"
  token=$(issue_token)
  schemathesis_of wdata --header "Authorization: Bearer $token"
  stop_jar
  # Whatever the control API is made to set, freeze, delete or hold, a server of its own has no one else to suffer from it.
  start_jar
  schemathesis_of mock
  stop_jar
}

# schemathesis_of DOCUMENT OPTION…
schemathesis_of() {
  local config=$PWD/.ci/schemathesis.toml document=$host/v3/api-docs/$1
  shift
  # The first request makes the document, which may take longer than Schemathesis waits.
  curl -sSf -o /dev/null "$document"
  # From a directory of its own, for it leaves files behind.
  (cd "$venv" && bin/schemathesis --config-file "$config" run "$document" "$@" \
    --max-examples "${SCHEMATHESIS_EXAMPLES:-30}" \
    --seed "${SCHEMATHESIS_SEED:-1}" --continue-on-failure --no-color --generation-database none) ||
    fail "Schemathesis found violations of $document"
}
