#!/usr/bin/env python3
"""Fails unless each code block of a document is found, line by line, in a file of the folder that it quotes.

    .ci/quotes.py docs/testcontainers.md examples/testcontainers

Blocks of Java and XML are looked for; how far their lines are indented is of no account.
"""
import pathlib
import re
import sys

BLOCK = re.compile(r"```(?:java|xml)\n(.*?)```", re.DOTALL)


def flat(text):
    return "\n".join(line.strip() for line in text.strip().splitlines())


def main(name, folder):
    files = [flat(path.read_text()) for path in pathlib.Path(folder).rglob("*") if path.suffix in (".java", ".xml")]
    blocks = [flat(block) for block in BLOCK.findall(pathlib.Path(name).read_text())]
    strangers = [block for block in blocks if not any(block in text for text in files)]
    for block in strangers:
        print(f"{name} shows what is in no file of {folder}:\n{block}\n")
    print(f"{name}: {len(blocks) - len(strangers)} quotes found in {folder}, {len(strangers)} not")
    return 1 if strangers or not blocks else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
