"""The built wheel carries its data: installed elsewhere, it codes the sample reports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

CODE = """
import json
from escalation.coding import code
from escalation.shipped import shipped
from escalation.text.merge import merge
from escalation.text.reports import read
from escalation.theatre import Theatre
import escalation
reports = read(shipped("samples", "pak-afg"), source="samples").reports
events = code(merge(reports), Theatre.read("pak-afg"))
print(json.dumps([escalation.__file__, len(reports), len(events)]))
"""


@pytest.mark.slow
def test_a_wheel_in_an_empty_environment_codes_the_samples(tmp_path) -> None:
    run = dict(check=True, capture_output=True, text=True)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, **run
    )
    (wheel,) = tmp_path.glob("escalation-*.whl")
    home = tmp_path / "home"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], **run)
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "install", wheel, "--python", home / "bin/python"],
        env={**os.environ, "UV_CONSTRAINT": str(ROOT / "requirements.lock")},
        **run,
    )
    (site,) = home.glob("lib/python*/site-packages")
    done = subprocess.run(
        [home / "bin/python", "-P", "-c", CODE],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        **run,
    )
    place, reports, events = json.loads(done.stdout.strip().splitlines()[-1])
    assert Path(place).is_relative_to(site)
    assert reports >= 10 and events >= 10
