#!/usr/bin/env python3
"""Runs the console blocks of a document against a fresh server and compares their output; --update writes it instead.

    .ci/console.py README.md http://localhost:8080

A command begins with "$ "; the lines after it are its output. Instants are not compared, for they are real.
"""
import pathlib
import re
import subprocess
import sys

DOCUMENTED = "localhost:8080"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def commands(block):
    """The commands of a block, each with its documented output."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return [(command, "\n".join(output)) for command, output in found]


def run(command, host):
    done = subprocess.run(["bash", "-c", command.replace(DOCUMENTED, host)], capture_output=True, text=True, timeout=60)
    return (done.stdout + done.stderr).rstrip("\n")


def comparable(output):
    return INSTANT.sub("<instant>", output)


def main(name, url, update):
    document = pathlib.Path(name)
    text = document.read_text()
    host = url.split("://")[-1].rstrip("/")
    failed = passed = 0

    def replay(match):
        nonlocal failed, passed
        lines = []
        for command, documented in commands(match.group(1)):
            actual = run(command, host)
            same = comparable(actual) == comparable(documented)
            passed, failed = passed + same, failed + (not same)
            if not same and not update:
                print(f"{name}: {command}\n  documented: {documented}\n  actual:     {actual}")
            output = documented if same else actual
            lines += ["$ " + command] + ([output] if output else [])
        return "```console\n" + "\n".join(lines) + "\n```"

    replayed = BLOCK.sub(replay, text)
    if passed + failed == 0:
        sys.exit(f"{name}: no console block found")
    if update:
        document.write_text(replayed)
    print(f"{name}: {passed} commands as documented, {failed} otherwise")
    return 1 if failed and not update else 0


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--update"]
    sys.exit(main(*arguments, "--update" in sys.argv))
