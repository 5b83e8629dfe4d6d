"""A script that asks for several processes and has no main guard is told so, and does not hang."""

import subprocess
import sys

import pytest

SCRIPT = """
import time
import pandas as pd
from escalation.coding import code, coder, side_by_side
from escalation.theatre import Theatre

coder._FEW, side_by_side._SHARE, read = 0, 1, coder.Reader.read

def slowly(reader, share):  # so that the other process is still asked for something when it fails
    time.sleep(0.5)
    return read(reader, share)

coder.Reader.read = slowly
day, names = pd.Timestamp("2025-03-12"), [f"d{n}" for n in range(200)]
text = "A bomb killed nine people in Quetta on Tuesday."
table = {"document": names, "text": text, "published": day, "known_at": day, "source": "own"}
print(len(code(pd.DataFrame(table), Theatre.read("pak-afg"), processes=2)))
"""


@pytest.mark.slow
def test_a_script_without_a_main_guard_is_told_and_does_not_hang(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120)
    assert run.returncode != 0
    last = run.stderr.strip().splitlines()[-1]
    assert "ContractError" in last and "__name__ == '__main__'" in last and "processes=1" in last
