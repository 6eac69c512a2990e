# A rehearsal of .github/workflows/release.yml: everything that a release publishes, made with a version of its own and
# used as a user would. The wheel and the npm package are used by the steps python_package and node_package.

rehearsed_version=0.0.1

release() {
  local newest
  require_jdk 25 || return 0
  newest=$jdk
  releases=$(mktemp -d)
  at_exit 'rm -rf "$releases" ~/.m2/repository/io/wdatamock/*/'"$rehearsed_version"
  say "Build the distribution $rehearsed_version"
  JAVA_HOME=$newest ./mvnw -q -B -ntp -Dmaven.test.skip=true -P '!error-prone,dist' -Drevision=$rehearsed_version package
  check_archive "$newest"
  say "Deploy the artifacts to a repository of files"
  JAVA_HOME=$newest ./mvnw -q -B -ntp -f clients/pom.xml -pl junit,testcontainers -P 'release,!error-prone' -DskipTests \
    -Drevision=$rehearsed_version -Drepository.url=https://example.com/wdata-mock \
    -DaltDeploymentRepository="rehearsal::file://$releases/repository" clean deploy
  check_artifact_of_release wdata-mock-junit
  check_artifact_of_release wdata-mock-testcontainers
  consume_release
  # What is in target/ has the rehearsed version; the next step that needs the server builds it anew.
  rm -f target/wdata-mock.jar
}

# The archive of the distribution starts elsewhere, and says its version.
check_archive() {
  local sbom
  say "Start the distribution from its archive"
  tar xzf "target/wdata-mock-$rehearsed_version.tar.gz" -C "$releases"
  XDG_CACHE_HOME=/dev/null JAVA_HOME=$1 start_dist "$releases/wdata-mock-$rehearsed_version"
  curl -s "$dist_url/actuator/info" | grep -q "\"version\":\"$rehearsed_version\"" || fail "it has another version"
  stop_dist
  sbom=$(unzip -p "$releases/wdata-mock-$rehearsed_version/wdata-mock.jar" META-INF/sbom/application.cdx.json)
  check_sbom "$sbom" spring-webmvc
}

# check_artifact_of_release NAME: a complete POM without a parent, sources, documentation and an SBOM.
check_artifact_of_release() {
  local name=$1 element files pom
  files=$releases/repository/io/wdatamock/$1/$rehearsed_version/$1-$rehearsed_version
  pom=$(cat "$files.pom")
  for element in name description url license developer scm; do
    [[ $pom = *"<$element"* ]] || fail "the POM of $name has no $element"
  done
  [[ $pom != *'${'* && $pom != *'<parent>'* ]] || fail "the POM of $name depends on another one"
  [[ $(unzip -l "$files-sources.jar") = *.java* ]] || fail "$name has no sources"
  [[ $(unzip -l "$files-javadoc.jar") = *index.html* ]] || fail "$name has no documentation"
  check_sbom "$(cat "$files-cyclonedx.json")" "$name"
}

# check_sbom TEXT COMPONENT
check_sbom() {
  python3 -c 'import json, sys
sbom = json.load(sys.stdin)
assert sbom["bomFormat"] == "CycloneDX"
assert sys.argv[1] in {one["name"] for one in [sbom["metadata"]["component"], *sbom["components"]]}, "no " + sys.argv[1]
' "$2" <<<"$1" || fail "the SBOM is incomplete"
}

# A fresh project, whose only source of the artifacts is the repository of files.
consume_release() {
  say "Use the JUnit artifact from the repository"
  rm -rf ~/.m2/repository/io/wdatamock/*/"$rehearsed_version"
  cp -r clients/consumers/plain "$releases/plain"
  sed -i "s|<version>0[0-9.]*-SNAPSHOT</version>|<version>$rehearsed_version</version>|" "$releases/plain/pom.xml"
  sed -i "s|<dependencies>|<repositories><repository><id>rehearsal</id><url>file://$releases/repository</url>\
</repository></repositories>&|" "$releases/plain/pom.xml"
  ./mvnw -q -B -ntp -f "$releases/plain/pom.xml" test -Dtest=SyncJobTests || fail "a fresh project cannot use it"
}
