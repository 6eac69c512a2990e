# The Python package: static checks, its wheel, and its tests in a fresh environment.

python_package() {
  local home
  build_wheel twine mypy ruff httpx typer pytest || return 0
  home=$(mktemp -d)
  at_exit "rm -rf '$home'"
  say "Check the sources"
  (cd clients/python && "$venv/bin/ruff" check --no-cache . && "$venv/bin/ruff" format --no-cache --check . &&
    "$venv/bin/mypy" --cache-dir "$home/mypy" src) || fail "the sources of the Python package"
  "$venv/bin/twine" check --strict "$wheel" || fail "the description of the wheel"
  python_with "$wheel[java]" pytest pytest-xdist || return 0
  cp -r clients/python/tests "$home/tests"
  say "Run its tests with the Java of the extra"
  (cd "$home" && env -u JAVA_HOME "$venv/bin/python" -m pytest -q -p no:cacheprovider tests) || fail "the tests of the Python package"
}

# build_wheel PACKAGE…: $wheel is the wheel of the Python package, $venv the Python that built it, with these packages.
build_wheel() {
  local directory
  python_with build "$@" || return 1
  package_server
  directory=$(mktemp -d)
  at_exit "rm -rf '$directory'"
  say "Build the wheel"
  "$venv/bin/python" -m build --wheel --outdir "$directory" clients/python >"$directory/log" 2>&1 ||
    { cat "$directory/log"; fail "no wheel"; }
  wheel=$(echo "$directory"/*.whl)
}
