# Schemathesis makes up requests from our OpenAPI document, right ones and wrong ones, and follows the links between the
# operations. The server is strict, and takes only tokens that it has issued.

schemathesis() {
  local token config=$PWD/.ci/schemathesis.toml
  python_with 'schemathesis>=4,<5' || return 0
  start_jar --wdata-mock.validation=strict --wdata-mock.auth.mode=issued
  # The seed's standing faults answer 429 and 500, which is what they are for.
  curl -sSf -X DELETE "$host/__mock/faults"
  token=$(issue_token)
  # From a directory of its own, for it leaves files behind.
  (cd "$venv" && bin/schemathesis --config-file "$config" run "$host/v3/api-docs/wdata" \
    --header "Authorization: Bearer $token" --max-examples "${SCHEMATHESIS_EXAMPLES:-30}" \
    --seed "${SCHEMATHESIS_SEED:-1}" --continue-on-failure --no-color --generation-database none) ||
    fail "Schemathesis found violations"
  stop_jar
}
