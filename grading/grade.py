"""Grade one submission, unless its result is there already, in a file that its content names."""

import hmac
import json
import secrets
from pathlib import Path
from threading import Lock

PROGRAMS = [*Path(__file__).parents[1].glob("practical/*.py"), *Path(__file__).parent.glob("*.py")]
CELL_SECONDS = 30
FIRST = Lock()  # of several threads one makes the secret


def key(grades, *contents):
    """Return an HMAC, in hex, of a submission's contents and of the programs that grade it.

    Its secret stays in the folder of grades, which no room has.
    """
    secret = grades / "secret"
    with FIRST:
        if not secret.exists():
            grades.mkdir(parents=True, exist_ok=True)
            secret.touch(mode=0o600)
            secret.write_bytes(secrets.token_bytes(32))
    known = hmac.new(secret.read_bytes(), digestmod="sha256")
    for content in (*(file.read_bytes() for file in sorted(PROGRAMS)), *contents):
        known.update(len(content).to_bytes(8) + content)
    return known.hexdigest()


def grade(handout, steps, beside, grades, run):
    """Return `({slug: (✓, ✗ or –, sentence)}, note)` of a submission, whose result stays in grades.

    `steps` are what `merge` made of it, `beside` the files that it needs, bytes by relative paths;
    `run` is sandbox.run on some machine.
    """
    named = [part for place in beside for part in (place.encode(), beside[place])]
    number = key(grades, json.dumps(steps).encode(), *named)
    result = grades / "results" / f"{number[:24]}.json"
    if not result.exists():
        # From the seed the inputs are drawn on which a student's functions are tried.
        said = run(steps, beside, int(number[-8:], 16), CELL_SECONDS)
        if '{"end": true}' not in said:
            return {}, "Judging it stopped. Run make grade again."
        # Who hands in the same, word for word, has the same result, perhaps at the same time.
        part = result.with_suffix(f".{secrets.token_hex(8)}.part")
        part.parent.mkdir(exist_ok=True)
        part.write_text(said, encoding="utf-8")
        part.replace(result)
    verdicts = {}
    for one in map(json.loads, result.read_text("utf-8").splitlines()[:-1]):
        if verdicts.get(one["slug"], "–")[0] != "✓":
            verdicts[one["slug"]] = one["verdict"], one["said"]
    checked = {step.slug for step in steps if step.kind == "check"}
    lost = [slug for slug in handout.slugs if slug in checked - verdicts.keys()]
    return verdicts, f"The run ended before {' '.join(lost)}." if lost else ""
