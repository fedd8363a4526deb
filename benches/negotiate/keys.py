"""Presses keys at a full-screen program and says how long each answer takes: keys.py PROGRAM ARGUMENT…

A key is answered when the screen shows something else than before, and its figures stand when nothing follows any more.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import termios
import time

# Moves for everyone, for a company, for another term; there, and back again to what was computed already.
RIGHT, LEFT, DOWN, UP, LEAP = "\x1b[C", "\x1b[D", "\x1b[B", "\x1b[A", "\x1b[1;2C"
KEYS = [RIGHT] * 5 + [DOWN] + [RIGHT] * 5 + [DOWN] + [RIGHT, LEFT, LEFT] + [UP, UP] + [LEAP, "u", RIGHT, "r"] + [RIGHT] * 3
QUIET = 1.0  # nothing more is coming: seconds
PATIENCE = 120.0


def shown(screen, patience):
    """Whether anything came in so many seconds; all that is there is taken."""
    if not select.select([screen], [], [], patience)[0]:
        return False
    os.read(screen, 1 << 16)
    return True


def settle(screen, begun):
    """The times of the first and of the last that came."""
    if not shown(screen, PATIENCE):
        sys.exit("the program shows nothing")
    first = last = time.perf_counter() - begun
    while shown(screen, QUIET):
        last = time.perf_counter() - begun
    return first, last


def pressed(screen, key):
    begun = time.perf_counter()
    os.write(screen, key.encode())
    return settle(screen, begun)


def told(name, times):
    times = sorted(1000 * seconds for seconds in times)
    print(f"{name:<22} median {statistics.median(times):6.1f} ms   worst {times[-1]:6.1f} ms   of {len(times)} keys")


def main(words):
    program, screen = pty.fork()
    if program == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(words[0], words)
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    settle(screen, time.perf_counter())
    while shown(screen, 3.0):
        pass
    times = [pressed(screen, key) for key in KEYS]
    os.write(screen, b"\x03")
    try:
        while shown(screen, QUIET):
            pass
    except OSError:
        pass
    os.waitpid(program, 0)
    first, last = zip(*times)
    told("key to screen", first)
    told("key to all figures", last)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
