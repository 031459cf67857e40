"""Run the cells that come as JSON lines in an ipykernel; print its messages as JSON lines."""

import json
import sys

from jupyter_client.manager import start_new_kernel


def say(message):
    keys = {"type": message["msg_type"], "content": message["content"]}
    print(json.dumps(keys, default=str), flush=True)


manager, client = start_new_kernel()
for line in sys.stdin:
    say(client.execute_interactive(json.loads(line), allow_stdin=False, output_hook=say))
manager.shutdown_kernel(now=True)
