"""Starts the function under a stub of Lambda's runtime API: how long until it asks for its first call, and how much memory it takes.

usage: eng/measure-hooks.py BOOTSTRAP [RUNS]
"""

import http.server
import os
import statistics
import subprocess
import sys
import threading
import time

asked = threading.Event()
release = threading.Event()


class Runtime(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # noqa: N802 - the library's name
        asked.set()
        release.wait(10)

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    bootstrap, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 15
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Runtime)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    times, peaks = [], []
    for _ in range(runs):
        asked.clear()
        release.clear()
        environment = {"AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{server.server_port}", "_HANDLER": "hook", "PATH": os.environ["PATH"]}
        began = time.perf_counter()
        process = subprocess.Popen([bootstrap], env=environment)
        if not asked.wait(10):
            sys.exit("it never asked")
        times.append((time.perf_counter() - began) * 1000)
        status = open(f"/proc/{process.pid}/status").read()
        peaks.append(int(status.split("VmHWM:")[1].split()[0]) / 1024)
        process.kill()
        process.wait()
        release.set()
    print(f"first /next after {statistics.median(times):.1f} ms (median of {runs}, slowest {max(times):.1f}), {max(peaks):.1f} MB at most")


main()
