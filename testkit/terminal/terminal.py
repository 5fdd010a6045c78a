"""Runs a program on a terminal of its own and types answers.

Reads {"argv", "env", "directory", "columns", "steps": [[text, keys], ...], "timeout"} from standard input. Each step waits for
its text in the output after the previous one, and types the keys. Writes {"output", "exitCode", "missing", "isRestored"}.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

spec = json.load(sys.stdin)
main, terminal = pty.openpty()
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, spec["columns"], 0, 0))
before = termios.tcgetattr(terminal)

pid = os.fork()
if pid == 0:
    os.close(main)
    os.login_tty(terminal) if hasattr(os, "login_tty") else None
    if not hasattr(os, "login_tty"):
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for stream in (0, 1, 2):
            os.dup2(terminal, stream)
    os.chdir(spec["directory"])
    os.execvpe(spec["argv"][0], spec["argv"], spec["env"])

output = b""
seen = 0
steps = spec["steps"]
end = time.monotonic() + spec["timeout"]
status = None
while time.monotonic() < end:
    ready, _, _ = select.select([main], [], [], 0.1)
    if ready:
        output += os.read(main, 65536)
    while steps and steps[0][0].encode() in output[seen:]:
        text, keys = steps.pop(0)
        seen = output.index(text.encode(), seen) + len(text.encode())
        # The program listens shortly after it has drawn the question.
        time.sleep(0.2)
        for key in keys:
            os.write(main, key.encode())
            time.sleep(0.02)
    if not ready:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        status = None
if status is None:
    os.kill(pid, 9)
    os.waitpid(pid, 0)
json.dump(
    {
        "output": output.decode(errors="replace"),
        "exitCode": None if status is None else os.waitstatus_to_exitcode(status),
        "missing": [text for text, _ in steps],
        "isRestored": termios.tcgetattr(terminal) == before,
    },
    sys.stdout,
)
