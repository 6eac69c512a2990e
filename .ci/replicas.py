#!/usr/bin/env python3
"""Checks, with 64 clients at once, that a balancer sends every sandbox to one of three servers.

    .ci/replicas.py create|down|restarted STATE BALANCER_PORT PORT PORT PORT

The second server is down at "down", and has started again at "restarted". STATE is a file for the next call.
"""
import collections
import concurrent.futures
import http.client
import json
import sys
import threading

NAMES = [f"ci-{index}.test_{index % 7}" for index in range(300)]
HEADER = "X-Wdata-Mock-Sandbox"
REFRESH = "/api/v1/connections/stuck/refresh"
STATUS = "/s/wdata/prep/api/v1/connections/stuck/status"
local = threading.local()
clients = concurrent.futures.ThreadPoolExecutor(64)


def send(port, method, path, body=None, token="any", **headers):
    """Sends a request on the thread's connection; returns the status and the body."""
    connections = local.__dict__.setdefault("connections", {})
    connection = connections.setdefault(port, http.client.HTTPConnection("127.0.0.1", port, timeout=60))
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, {"Authorization": f"Bearer {token}", **headers})
    response = connection.getresponse()
    return response.status, response.read()


def call(sandbox, method, path, body=None, token="any", by_header=False, **headers):
    """Sends a request to a sandbox through the balancer."""
    if by_header:
        return send(balancer, method, path, body, token, **{HEADER: sandbox}, **headers)
    return send(balancer, method, f"/sandbox/{sandbox}{path}", body, token, **headers)


def expect(status, answer):
    assert answer[0] == status, f"{answer}, but {status} was expected"
    return answer[1]


def listing(port, **headers):
    return json.loads(expect(200, send(port, "GET", "/__mock/sandboxes", **headers)))


def every(function, items):
    return list(clients.map(function, items))


def create(index):
    """Starts a run that stays active and a token; later requests reach them by path as well as by header."""
    name, by_header = NAMES[index], index % 3 == 0
    expect(200, call(name, "POST", REFRESH, by_header=by_header))
    expect(409, call(name, "POST", REFRESH, by_header=not by_header))
    expect(200, call(name, "PATCH", "/__mock/settings", '{"auth": "issued"}', by_header=by_header))
    form = "grant_type=client_credentials&client_id=ci&client_secret=ci"
    token = json.loads(expect(200, call(name, "POST", "/oauth2/token", form, by_header=by_header,
                                        Content_Type="application/x-www-form-urlencoded")))["access_token"]
    expect(200, call(name, "GET", STATUS, token=token, by_header=not by_header))
    return token


def locate():
    """Returns the server of each sandbox, as an index; every sandbox must be on one server only."""
    places = {}
    for index, port in enumerate(servers):
        for sandbox in listing(port)["sandboxes"]:
            name = sandbox["name"]
            assert name == "default" or name not in places, f"{name} is on servers {places[name]} and {index}"
            places[name] = index
    del places["default"]
    return places


def check_names_of_servers(places):
    names = [listing(port)["server"] for port in servers]
    assert len(set(names)) == 3, names
    answers = every(lambda name: listing(balancer, **{HEADER: name})["server"], NAMES)
    assert answers == [names[places[name]] for name in NAMES], "the balancer reached other servers than the sandboxes"
    assert len(set(every(lambda _: listing(balancer)["server"], NAMES))) == 1, "default is on several servers"


def check_one_refresh_wins():
    statuses = every(lambda _: call("together", "POST", REFRESH)[0], range(64))
    assert sorted(statuses) == [200] + [409] * 63, statuses
    expect(204, send(balancer, "DELETE", "/__mock/sandboxes/together"))


def check_deletion(places):
    def delete(name):
        expect(204, send(balancer, "DELETE", f"/__mock/sandboxes/{name}"))
        expect(404, send(balancer, "DELETE", f"/__mock/sandboxes/{name}"))
        expect(200, call(name, "POST", REFRESH))

    every(delete, NAMES[:20])
    assert locate() == places, "a sandbox that was created again is on another server"


def main(phase, state):
    if phase == "create":
        tokens = every(create, range(len(NAMES)))
        check_one_refresh_wins()
        places = locate()
        assert sorted(places) == sorted(NAMES)
        counts = collections.Counter(places.values())
        print(f"sandboxes of each server: {[counts[index] for index in range(3)]}")
        assert min(counts[index] for index in range(3)) >= 50, counts
        check_names_of_servers(places)
        check_deletion(places)
        tokens[:20] = ["any"] * 20
        with open(state, "w") as file:
            json.dump([places, tokens], file)
        return
    with open(state) as file:
        places, tokens = json.load(file)
    # Of the second server: 502 while it is down, then a new run can start. Elsewhere the run is still active.
    lost = {"down": 502, "restarted": 200}[phase]
    wanted = [lost if places[name] == 1 else 409 for name in NAMES]
    statuses = every(lambda index: call(NAMES[index], "POST", REFRESH, token=tokens[index])[0], range(len(NAMES)))
    print(f"statuses of a refresh: {dict(collections.Counter(statuses))}")
    assert statuses == wanted
    if phase == "restarted":
        assert locate() == places, "a sandbox has moved"


if __name__ == "__main__":
    balancer, *servers = map(int, sys.argv[3:])
    main(*sys.argv[1:3])
