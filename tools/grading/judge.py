"""Judge what leaves the kernels in which submissions run, where no submission runs.

Started by itself, in a room, with a seed as its argument: it reads from the standard input what a
submission's runner says, and writes verdicts, a line of JSON for each check; the outputs of cells
go on as they are. Without an argument its standard input is a socket, on which each message is a
seed and these two streams. It loads torch and reads nothing of any student: a copy of it does.
"""

import json
import os
import signal
import socket
import sys
from contextlib import suppress

from grading.as_data import NoVerdict, arrived
from practical import checks, ledger
from practical.one_line import NotAttempted
from practical.probes import Answer

SECONDS = 30  # for one check; of memory it has what its room has
LARGEST = 3 * 10**8  # bytes that an exercise's names may have
OUTPUTS = 10**7  # bytes of all outputs that go on


def too_long(*_):
    """Stop a check."""
    raise NoVerdict("judging it took too long.")


def verdict(slug, content, seed):
    """Return ✓, ✗ or – and the sentence for the names of an exercise, as `as_data` wrote them.

    ✓ needs a right answer; what the student's kernel says can only turn that into –.
    """
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        (state, obstacle), (moved, rest), names = arrived(content)
        answer = Answer(names, seed)
        mistake = checks.judge(slug, answer)
    except NoVerdict as why:
        return "–", str(why)
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
        for line in iter(lambda: stream.readline(LARGEST), b""):
            heard = json.loads(line)
            if "cell" in heard:
                room -= len(line)
                told = {"cell": int(heard["cell"]), "outputs": heard["outputs"]}
            elif (slug := heard["slug"]) in ledger.NAMES:
                left = stream.read(min(LARGEST, max(0, int(heard["left"]))))
                mark, said = verdict(slug, left, seed) if left else ("–", str(heard["said"])[:2000])
                told = {"slug": slug, "verdict": mark, "said": said}
            else:
                break
            if "slug" in told or room > 0:
                print(json.dumps(told), file=out, flush=True)
    print('{"end": true}', file=out, flush=True)


def main():
    if sys.argv[1:]:
        return judge_submission(int(sys.argv[1]), sys.stdin.buffer, sys.stdout)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the copies
    requests = socket.socket(fileno=0)
    while (request := socket.recv_fds(requests, 20, 2))[0]:
        with os.fdopen(request[1][0], "rb") as stream, os.fdopen(request[1][1], "w") as out:
            if os.fork() == 0:
                judge_submission(int(request[0]), stream, out)
                os._exit(0)


if __name__ == "__main__":
    main()
