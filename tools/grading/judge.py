"""Judge what leaves the kernels in which submissions run, where no submission runs.

Started by itself, in a room, with a seed as its argument: it reads from the standard input what a
submission's runner says, and writes verdicts, a line of JSON for each check; the outputs of cells
go on as they are.
"""

import json
import signal
import sys
from contextlib import suppress

from grading.as_data import NotCalled, arrived
from practical import checks, ledger
from practical.one_line import NotAttempted
from practical.probes import Answer

SECONDS = 30  # for one check; of memory it has what its room has
LARGEST = 3 * 10**8  # bytes that an exercise's names may have
OUTPUTS = 10**7  # bytes of all outputs that go on


class TooLong(BaseException):
    """A check takes too long; no check takes this for an error of the answer."""


def too_long(*_):
    """Stop a check."""
    raise TooLong


def verdict(slug, content, seed):
    """Return ✓, ✗ or – and the sentence for the names of an exercise, as `as_data` wrote them.

    ✓ needs a right answer; what the student's kernel says can only turn that into –.
    """
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        (state, obstacle), (moved, rest), names = arrived(content)
        answer = Answer(names, seed)
        mistake = checks.judge(slug, answer)
    except TooLong:
        return "–", "judging it took too long."
    except NotCalled:
        return "–", "its function did not go through the whole check in its own kernel."
    except Exception:
        return "–", "what its names hold could not be read."
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    # Of a state that has to do with the picture the check only speaks if it reads that.
    if state == "NotAttempted" or (state and "img" in answer.read):
        return "–", obstacle
    if mistake is None:
        return "✓", ""
    if isinstance(mistake, NotAttempted):
        return "–", str(mistake)
    if moved == "NotAttempted" and "img" in answer.read:
        return "–", rest
    return "✗", str(mistake) + (rest if moved == "Mistake" else "")


def judge_submission(seed, stream, out):
    """Judge all that a runner says on `stream`, and say `end` when it has ended."""
    signal.signal(signal.SIGALRM, too_long)
    room = OUTPUTS
    with suppress(Exception):  # json and int raise many kinds; a runner does not say such things
        for line in iter(lambda: stream.readline(10**4), b""):
            heard = json.loads(line)
            size, slug = int(heard["size"]), heard.get("slug", "load")
            if not 0 <= size <= LARGEST or slug not in ledger.NAMES:
                break
            content = stream.read(size)
            if "cell" in heard:
                room -= size
                told = {"cell": int(heard["cell"]), "outputs": json.loads(content)}
            else:
                said = verdict(slug, content, seed) if content else ("–", str(heard["said"]))
                told = {"slug": slug, "verdict": said[0], "said": said[1]}
            if "slug" in told or room > 0:
                print(json.dumps(told), file=out, flush=True)
    print('{"end": true}', file=out)


if __name__ == "__main__":
    judge_submission(int(sys.argv[1]), sys.stdin.buffer, sys.stdout)
