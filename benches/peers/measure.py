"""Times commands in turn and prints what they took: measure.py ROUNDS NAME COMMAND [NAME COMMAND]...

Each command is run by a shell, all of them once a round, so that a busy minute of the machine falls on all. What one
takes is told by the operating system when it ends: wall clock, processor time, the most memory held at once.
"""

import os
import statistics
import sys
import time


def run(command):
    begin = time.perf_counter()
    child = os.posix_spawn("/bin/sh", ["sh", "-c", "exec " + command], os.environ)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"failed: {command}")
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return wall, usage.ru_utime + usage.ru_stime, peak


def main():
    rounds = int(sys.argv[1])
    commands = list(zip(sys.argv[2::2], sys.argv[3::2]))
    taken = {name: [] for name, _ in commands}
    for _ in range(rounds):
        for name, command in commands:
            taken[name].append(run(command))
    medians = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in taken.items()}
    first = medians[commands[0][0]]
    print(f"{'median of ' + str(rounds):<22}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}{'wall':>9}{'CPU':>9}   (times the first)  wall s of each run")
    for name, (wall, cpu, peak) in medians.items():
        each = " ".join(f"{run[0]:.3f}" for run in taken[name])
        ratio = f"{wall / first[0]:>8.2f}x{cpu / max(first[1], 0.001):>8.2f}x"
        print(f"{name:<22}{wall:>10.3f}{cpu:>10.3f}{peak:>10.1f}{ratio}                      {each}")


main()
