#!/usr/bin/env python3
"""Checks that the blocks of a document in these languages are excerpts of files that CI compiles and runs.

    .ci/excerpts.py java,yaml docs/junit.md clients/consumers

White space does not count, and a line that consists of "..." stands for anything.
"""
import pathlib
import re
import sys

SUFFIXES = {".java", ".yaml", ".yml", ".xml", ".py", ".mjs", ".sh"}


def bare(text):
    return "".join(text.split())


def pattern(block):
    """A regular expression for a block, whose lines may leave something out between them."""
    parts = re.split(r"^\s*\.\.\.\s*$", block, flags=re.MULTILINE)
    return re.compile(".*".join(re.escape(bare(part)) for part in parts))


def main(languages, document, directory):
    fence = re.compile(r"```(?:%s)\n(.*?)```" % languages.replace(",", "|"), re.DOTALL)
    sources = [bare(path.read_text()) for path in pathlib.Path(directory).rglob("*") if path.suffix in SUFFIXES]
    blocks = fence.findall(pathlib.Path(document).read_text())
    missing = [block for block in blocks if not any(pattern(block).search(source) for source in sources)]
    for block in missing:
        print(f"{document}: no file below {directory} has this:\n{block}")
    print(f"{document}: {len(blocks) - len(missing)} of {len(blocks)} blocks are excerpts of what is run")
    return 1 if missing or not blocks else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
