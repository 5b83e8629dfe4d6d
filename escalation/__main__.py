"""`python -m escalation`: the command line, where no `escalation` is on the path."""

from escalation.cli import app

if __name__ == "__main__":
    app(prog_name="escalation")
