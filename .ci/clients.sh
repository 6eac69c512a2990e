# Clients that were generated from a description of the API: the vendor's published one, and our own, which must have the
# same classes whether they come from our document or from the vendor's contract.

# The published client from PyPI, whose models are strict, against a lenient and a strict server.
published_client() {
  local validation
  python_with workiva-wdata-client==0.1.0 || return 0
  for validation in lenient strict; do
    start_jar --wdata-mock.validation="$validation"
    say "The client of PyPI, $validation"
    "$venv/bin/python" .ci/clients.py workiva_wdata_client "$host/s/wdata/prep" || fail "the client of PyPI, $validation"
    stop_jar
  done
}

generated_clients() {
  local document
  python_with openapi-generator-cli==7.26.0 || return 0
  generated=$(mktemp -d)
  at_exit "rm -rf '$generated'"
  start_jar
  curl -sSf -o "$generated/ours.json" "$host/v3/api-docs/wdata"
  generate_clients ours "$generated/ours.json"
  if [ -f "$vendor_contract" ]; then
    generate_clients vendors "$vendor_contract"
    same_classes python
    same_classes java
  else
    say "SKIPPED: no contract of the vendor's to generate clients from"
  fi
  for document in ours vendors; do
    [ ! -d "$generated/python-$document" ] || run_generated_clients "$document"
  done
  stop_jar
}

# generate_clients NAME DOCUMENT
generate_clients() {
  local only=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false
  say "Generate clients from the document named $1"
  "$venv/bin/openapi-generator-cli" generate -g python -i "$2" -o "$generated/python-$1" --package-name wdata \
    --global-property "$only" >"$generated/log" 2>&1 || { cat "$generated/log"; fail "no Python client from $2"; }
  "$venv/bin/openapi-generator-cli" generate -g java --library native -i "$2" -o "$generated/java-$1" \
    --api-package wdata.api --model-package wdata.model --invoker-package wdata.client \
    --additional-properties hideGenerationTimestamp=true,openApiNullable=false \
    --global-property "$only" >"$generated/log" 2>&1 || { cat "$generated/log"; fail "no Java client from $2"; }
}

# same_classes LANGUAGE: checks that both documents produce the same files and classes.
same_classes() {
  diff <(classes "$generated/$1-ours") <(classes "$generated/$1-vendors") || fail "the $1 clients differ in their classes"
  say "$1: $(classes "$generated/$1-ours" | wc -l) files and classes are the same"
}

classes() { (cd "$1" && grep -rEo --include=*.py --include=*.java '^(public )?(final )?(class|enum) \w+' . | sort); }

# run_generated_clients NAME: calls all operations through the Python and the Java client.
run_generated_clients() {
  say "Run the clients generated from the document named $1"
  "$venv/bin/pip" install -q --force-reinstall "$generated/python-$1" || fail "the Python client cannot be installed"
  curl -sSf -X POST "$host/__mock/reset"
  "$venv/bin/python" .ci/clients.py wdata "$host" || fail "the Python client from $1"
  curl -sSf -X POST "$host/__mock/reset"
  cp .ci/Clients.java "$generated/java-$1/src/main/java"
  ./mvnw -q -B -ntp -f "$generated/java-$1/pom.xml" compile org.codehaus.mojo:exec-maven-plugin:3.5.1:java \
    -Dexec.mainClass=Clients -Dexec.args="$host" || fail "the Java client from $1"
}
