"""The tools of package.json, installed beside it by `npm ci`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.browser.chromium import FLAGS
from tests.browser.needs import without

MODULES = Path(__file__).parent / "node_modules"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def _tool(path: str) -> Path:
    file = MODULES / path
    if not file.is_file():
        without(path, "run tests/browser/ensure-tools")
    return file


def _program(name: str, package: str) -> str:
    program = shutil.which(name)
    if program is None:
        without(name, f"install the package {package}")
    return program


def axe() -> str:
    """The script of axe-core."""
    return _tool("axe-core/axe.min.js").read_text(encoding="utf-8")


def lighthouse(address: str, report: Path) -> dict[str, Any]:
    """Lighthouse's report on an address, as on a phone: four categories, each with a `score` from 0 to 1."""
    program, script = _program("node", "nodejs"), _tool("lighthouse/cli/index.js")
    command = (
        # Where the machine lets us, we go first: what else it does would count as slowness of the page.
        *("nice", "-n", "-10"),
        *(program, str(script), address, "--quiet", "--no-enable-error-reporting"),
        *("--output=json", f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"),
        f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}",
    )
    environment = {**os.environ, "CHROME_PATH": _program("chromium", "chromium")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(report.read_text(encoding="utf-8")))


def nu(folder: Path) -> list[dict[str, Any]]:
    """What the Nu Html Checker says of every HTML file below a folder; each with its `url`, `type` and `message`."""
    program, jar = _program("java", "default-jre-headless"), _tool("vnu-jar/build/dist/vnu.jar")
    options = ("--format", "json", "--skip-non-html", "--exit-zero-always")
    command = (program, "-Xss4m", "-jar", str(jar), *options, str(folder))
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return list(json.loads(done.stderr)["messages"])
