# The Node package: its types and tests, its tarball, and projects of users that install it.

node_package() {
  local types
  node_tarball || return 0
  say "Run the tests of the package"
  (cd "$node_clone" && env -u WDATA_MOCK_URL XDG_CACHE_HOME=/dev/null npm test --silent) || fail "the tests of the Node package"
  types=$(node_dependency @types/node)
  node_project clients/node/tests/projects/node-test
  node_project clients/node/tests/projects/vitest "$(node_dependency vitest)" "$types"
  node_project clients/node/tests/projects/playwright "$(node_dependency @playwright/test)" "$types"
}

# node_tarball: $node_tarball is the package, built once in a copy of its sources, $node_clone.
node_tarball() {
  local home
  [ -z "${node_tarball:-}" ] || return 0
  command -v npm >/dev/null || { unavailable "no npm"; return 1; }
  package_server
  home=$(mktemp -d)
  at_exit "rm -rf '$home'"
  # Beside the files that its scripts read. Blanks in paths must not matter.
  mkdir -p "$home/a clone/target"
  cp -pr target/dist "$home/a clone/target"
  git ls-files -z clients/node LICENSE .mvn/maven.config | xargs -0 cp --parents -t "$home/a clone"
  node_clone="$home/a clone/clients/node"
  say "Install what the Node package needs"
  (cd "$node_clone" && npm install --silent --no-fund --no-audit) ||
    { unavailable "the packages of clients/node/package.json cannot be installed"; return 1; }
  say "Build and pack it"
  (cd "$node_clone" && npm run --silent build) || fail "the build of the Node package"
  node_tarball=$(cd "$node_clone" && npm run --silent package -- "$home") || fail "no tarball"
}

# node_dependency NAME: the package with the version that the Node package is tested with.
node_dependency() {
  (cd "$node_clone" && node -p "'$1@' + require('./package.json').devDependencies['$1']")
}

# node_project DIRECTORY PACKAGE…: installs the tarball and the packages in a copy of a project, checks its types, and
# runs its tests.
node_project() {
  local home project
  home=$(mktemp -d)
  at_exit "rm -rf '$home'"
  project="$home/a project"
  say "Run the tests of $1"
  cp -r "$1" "$project"
  shift
  (cd "$project" && npm install --silent --no-fund --no-audit --no-save --prefer-offline "$node_tarball" "$@") ||
    { unavailable "$* cannot be installed"; return 0; }
  [ ! -f "$project/tsconfig.json" ] || (cd "$project" && "$node_clone/node_modules/.bin/tsc") || fail "the types of $1"
  # Each copy is an installation, for which an archive of classes would be created.
  (cd "$project" && XDG_CACHE_HOME=/dev/null npm test --silent) || fail "the tests of $1"
}
