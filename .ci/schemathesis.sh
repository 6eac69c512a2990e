# Schemathesis generates valid and invalid requests from our OpenAPI documents, and follows links between operations.

# The vendor's API, under strict validation and with issued tokens.
schemathesis() {
  local token
  python_with 'schemathesis>=4,<5' || return 0
  start_jar --wdata-mock.validation=strict --wdata-mock.auth.mode=issued
  # The seed's faults return 429 and 500 on purpose.
  curl -sSf -X DELETE "$host/__mock/faults"
  token=$(issue_token)
  schemathesis_of wdata --header "Authorization: Bearer $token"
  stop_jar
  # The control API, on a server of its own, because generated requests freeze its clock and delete its sandboxes.
  start_jar
  schemathesis_of mock
  stop_jar
}

# schemathesis_of DOCUMENT OPTION…
schemathesis_of() {
  local config=$PWD/.ci/schemathesis.toml document=$host/v3/api-docs/$1
  shift
  # The first request generates the document, which may exceed the timeout of Schemathesis.
  curl -sSf -o /dev/null "$document"
  # In a directory of its own, because it leaves files behind.
  (cd "$venv" && bin/schemathesis --config-file "$config" run "$document" "$@" \
    --max-examples "${SCHEMATHESIS_EXAMPLES:-30}" \
    --seed "${SCHEMATHESIS_SEED:-1}" --continue-on-failure --no-color --generation-database none) ||
    fail "Schemathesis found violations of $document"
}
