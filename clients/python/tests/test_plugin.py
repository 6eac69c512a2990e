"""The pytest plugin in a project of a user."""

import pytest

from wdata_mock import Server

PROJECT = """
    import httpx

    def refresh(sandbox):
        url = sandbox.base_url + "/api/v1/connections/stuck/refresh"
        return httpx.post(url, headers={"Authorization": "Bearer any"}).status_code

    def test_one(wdata_mock):
        assert refresh(wdata_mock) == 200

    def test_other(wdata_mock):
        assert refresh(wdata_mock) == 200

    def test_that_fails(wdata_mock):
        refresh(wdata_mock)
        assert refresh(wdata_mock) == 200
"""


@pytest.mark.parametrize("workers", [[], ["-n", "2"]])
def test_each_test_has_a_sandbox_and_a_failure_explains_the_requests(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, wdata_mock_server: Server, workers: list[str]
) -> None:
    monkeypatch.setenv("WDATA_MOCK_URL", wdata_mock_server.url)
    pytester.makepyfile(PROJECT)

    result = pytester.runpytest_subprocess(*workers)

    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*wdata-mock: sandbox python-*",
            "#1 POST /api/v1/connections/stuck/refresh: 200",
            "#2 POST /api/v1/connections/stuck/refresh: 409",
            "*Rejected with 409*",
        ]
    )
    names = [one["name"] for one in wdata_mock_server.sandbox("default").list_sandboxes()]
    assert not [name for name in names if name.startswith("python-")]


def test_workers_share_one_server_that_the_plugin_starts(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WDATA_MOCK_URL", raising=False)
    pytester.makeini("[pytest]\nwdata_mock_options = --wdata-mock.validation=strict")
    pytester.makepyfile(
        """
        import pathlib
        import pytest

        @pytest.mark.parametrize("number", range(4))
        def test_url(wdata_mock_server, number):
            assert wdata_mock_server.sandbox("default").get_settings()["validation"] == "strict"
            pathlib.Path("urls").mkdir(exist_ok=True)
            (pathlib.Path("urls") / str(number)).write_text(wdata_mock_server.url)
        """
    )

    pytester.runpytest_subprocess("-n", "2").assert_outcomes(passed=4)

    assert len({file.read_text() for file in (pytester.path / "urls").iterdir()}) == 1


def test_the_end_of_the_server_is_explained(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WDATA_MOCK_URL", raising=False)
    pytester.makepyfile(
        """
        def test_that_ends_the_server(wdata_mock, wdata_mock_server):
            wdata_mock_server._process.kill()
            wdata_mock_server._process.wait()
            wdata_mock.get_clock()
        """
    )

    result = pytester.runpytest_subprocess()

    result.assert_outcomes(failed=1, errors=1)  # the sandbox cannot be deleted either
    result.stdout.fnmatch_lines(["*The server has ended with exit code -9:*"])


def test_a_url_without_a_server_is_an_error(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WDATA_MOCK_URL", "http://127.0.0.1:1")
    pytester.makepyfile("def test_anything(wdata_mock): pass")

    result = pytester.runpytest_subprocess()

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*There is no server at http://127.0.0.1:1*"])
