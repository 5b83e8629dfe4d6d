"""Where the product's own data lies: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

from escalation.errors import ContractError

_HERE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """Path of a file or folder in ``data/``, such as ``shipped("theatres", "pak-afg.toml")``.

    Raises
    ------
    ContractError
        If nothing of that name is shipped; the message lists what is.
    """
    root = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parent / "data"
    path = root.joinpath(*parts)
    if not path.exists():
        folder = path.parent
        there = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
        raise ContractError(
            f"no '{'/'.join(parts)}' is shipped in {root}; there are: {', '.join(there) or 'none'}"
        )
    return path
