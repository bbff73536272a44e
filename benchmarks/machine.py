"""What the figures were measured on: processor, Python, versions, commit, load."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
from pathlib import Path
from typing import Final

PEERS: Final = ("ahocorasick-rs", "quantulum3", "spacy", "sentencex")


def described() -> str:
    """Return what the figures were measured on, in one line."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = names[0].partition(": ")[2] if names else model
    versions = []
    for name in PEERS:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {model}, {os.cpu_count()} cores; {', '.join(versions)}"


def commit() -> str:
    """Return the commit that is checked out, marked where files differ from it; "" where there is none."""
    ran = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607 - whichever git there is
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent,
    )
    return ran.stdout.strip()


def load() -> float:
    """Return how many processes wanted a core of late, 0 where the system does not say."""
    return os.getloadavg()[-1] if hasattr(os, "getloadavg") else 0.0
