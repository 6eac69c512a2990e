# The Python package: static checks, its wheel, and its tests in a fresh environment.

python_package() {
  local wheel home
  python_with build twine mypy ruff httpx typer pytest || return 0
  package_server
  home=$(mktemp -d)
  at_exit "rm -rf '$home'"
  say "Check the sources"
  (cd clients/python && "$venv/bin/ruff" check --no-cache . && "$venv/bin/ruff" format --no-cache --check . &&
    "$venv/bin/mypy" --cache-dir "$home/mypy" src) || fail "the sources of the Python package"
  say "Build the wheel"
  "$venv/bin/python" -m build --wheel --outdir "$home" clients/python >"$home/log" 2>&1 || { cat "$home/log"; fail "no wheel"; }
  wheel=$(echo "$home"/*.whl)
  "$venv/bin/twine" check --strict "$wheel" || fail "the description of the wheel"

  python_with "$wheel[java]" pytest pytest-xdist || return 0
  cp -r clients/python/tests "$home/tests"
  say "Run its tests with the Java of the extra"
  (cd "$home" && env -u JAVA_HOME "$venv/bin/python" -m pytest -q -p no:cacheprovider tests) || fail "the tests of the Python package"
}
