"""Starts the local AWS: moto's server with a CloudFormation engine that finishes what moto's leaves open.

Usage: python3 landfall_local_aws.py [--port N] [--ready-file FILE]

It listens on the loopback interface only. The endpoint is spelled `localhost`, because moto reads template URLs in
path style only for that host. State lives in memory and ends with the process.

The account is taken from the access key: with AWS_ACCESS_KEY_ID=111111111111 a caller is account 111111111111.

`GET /landfall/recorded` lists, as JSON, the resources that CloudFormation only recorded: they have a physical id and
attributes, but no service of the local AWS knows them.
"""

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

HOST = "localhost"


def arguments() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Local AWS for Landfall")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument("--ready-file", type=Path, help="gets the endpoint once the server listens")
    return parser.parse_args()


def with_landfall_pages(aws: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Adds the page of recorded resources in front of the AWS application."""
    from stacks import recorded_resources

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != "/landfall/recorded":
            return aws(environ, start_response)
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(recorded_resources(), indent=1).encode()]

    return application


def main() -> None:
    """Starts the server and serves until it is told to stop."""
    options = arguments()
    # Before moto is imported, because it reads these once: roles name AWS's managed policies, the endpoint is local,
    # and an instance image that nobody uses costs half a second.
    os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
    os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
    os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "0")

    import logging

    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import make_server

    import accounts
    import api
    import engine

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    application = with_landfall_pages(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", options.port, application, threaded=True)
    endpoint = f"http://{HOST}:{server.server_port}"
    os.environ["MOTO_PORT"] = str(server.server_port)
    accounts.install()
    api.use_endpoint(endpoint)
    engine.install()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, lambda *_: sys.exit(0))
    if options.ready_file:
        partial = options.ready_file.with_suffix(".partial")
        partial.write_text(endpoint + "\n", encoding="utf-8")
        partial.replace(options.ready_file)
    print(endpoint, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
