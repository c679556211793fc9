"""Time a piece of work, and tell the figures as a table and as JSON."""

import dataclasses as dc
import json
import platform
import time
from collections.abc import Callable, Sequence
from pathlib import Path

OUT = Path(__file__).parents[1] / "build" / "benchmarks"


@dc.dataclass(frozen=True, slots=True)
class Figure:
    """How long something took."""

    name: str
    seconds: float
    target: float | None = None
    beside: float | None = None
    """The seconds of what it is compared with."""
    note: str = ""


def timed(work: Callable[[], object], rounds: int = 1) -> float:
    """Return the seconds of the quickest of some rounds: other work on the machine only slows."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def tell(title: str, figures: Sequence[Figure]) -> None:
    """Print the figures, with their ratios, and write them to build/benchmarks/."""
    print(f"\n{title}\n")
    print(f"{'':44}{'seconds':>9}{'ratio':>9}  target")
    for figure in figures:
        ratio = f"{figure.seconds / figure.beside:9.1f}" if figure.beside else " " * 9
        print(f"{figure.name:44}{figure.seconds:9.3f}{ratio}  {_aim(figure)}".rstrip())
    OUT.mkdir(parents=True, exist_ok=True)
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    data = {"title": title, **machine, "figures": [dc.asdict(figure) for figure in figures]}
    path = OUT / f"{title.partition(':')[0].lower().replace(' ', '-')}.json"
    path.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    print(f"\nwritten: {path}")


def _aim(figure: Figure) -> str:
    if figure.target is None:
        return figure.note
    state = "reached" if figure.seconds <= figure.target else "NOT REACHED"
    return f"{figure.target:g} s, {state} {figure.note}".rstrip()
