"""Starts the local AWS: moto's server with a CloudFormation engine that finishes what moto's leaves open.

Usage: python3 landfall_local_aws.py [--port N] [--ready-file FILE]

It listens on the loopback interface only. The endpoint is spelled `localhost`, because moto reads template URLs in
path style only for that host. State lives in memory and ends with the process.

`GET /landfall/recorded` lists, as JSON, the resources that CloudFormation only recorded: they have a physical id and
attributes, but no service of the local AWS knows them.
`POST /landfall/stand-ins` makes stand-ins for what a plan imports; see stand_ins.py.
`POST /landfall/failing-tasks` lets the tasks of a service fail; see failing_tasks.py.
`POST /landfall/failing-checks` lets checks of a rollout fail; see rollouts.py.
`POST /landfall/traffic-shifts` says what both versions of a service answer while its traffic shifts; see traffic_shifts.py.
`GET /landfall/sessions` gives the commands that sessions in tasks were asked to run; see sessions.py.
`POST /landfall/single-tasks` says how tasks that are run by themselves end; see single_tasks.py.
"""

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from werkzeug.serving import BaseWSGIServer

HOST = "localhost"


def arguments() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Local AWS for Landfall")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument("--ready-file", type=Path, help="gets the endpoint once the server listens")
    return parser.parse_args()


def with_landfall_pages(aws: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Adds the pages below /landfall/ in front of the AWS application."""
    import failing_tasks
    import rollouts
    import sessions
    import single_tasks
    import traffic_shifts
    from stacks import recorded_resources
    from stand_ins import ensure_certificates, ensure_hosted_zone, ensure_network

    def body_of(environ: dict[str, Any]) -> Any:
        return json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))

    def stand_ins(environ: dict[str, Any]) -> Any:
        request = body_of(environ)
        made = []
        if network := request.get("network"):
            made += ensure_network(request["account"], request["region"], network)
        for zone in request["hostedZones"]:
            made += ensure_hosted_zone(request["account"], request["region"], zone)
        if domain := request.get("domain"):
            made += ensure_certificates(request["account"], domain["name"], domain["certificates"])
        return made

    pages: dict[str, Callable[[dict[str, Any]], Any]] = {
        "/landfall/recorded": lambda _: recorded_resources(),
        "/landfall/stand-ins": stand_ins,
        "/landfall/failing-tasks": lambda environ: failing_tasks.page(body_of(environ)),
        "/landfall/failing-checks": lambda environ: rollouts.page(body_of(environ)),
        "/landfall/traffic-shifts": lambda environ: traffic_shifts.page(body_of(environ)),
        "/landfall/sessions": lambda _: sessions.page(),
        "/landfall/single-tasks": lambda environ: single_tasks.page(body_of(environ)),
    }

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        page = pages.get(environ.get("PATH_INFO", ""))
        if page is None:
            return aws(environ, start_response)
        answer = json.dumps(page(environ), indent=1).encode()
        start_response("200 OK", [("Content-Type", "application/json")])
        return [answer]

    return application


def create_server(port: int) -> tuple["BaseWSGIServer", str]:
    """Sets the local AWS up on a port, or on a free one for 0; gives the server, not yet serving, and its endpoint."""
    # Before moto is imported, because it reads these once: roles name AWS's managed policies, the endpoint is local,
    # and an instance image that nobody uses costs half a second.
    os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
    os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
    os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "0")
    # Containers reach it by another name than localhost, whose first part moto would take for a bucket.
    os.environ.setdefault("S3_IGNORE_SUBDOMAIN_BUCKETNAME", "true")

    import logging

    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import make_server

    import api
    import cloud_control
    import engine
    import zonal_shifts

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    application = with_landfall_pages(zonal_shifts.before(cloud_control.before(DomainDispatcherApplication(create_backend_app))))
    server = make_server("127.0.0.1", port, application, threaded=True)
    endpoint = f"http://{HOST}:{server.server_port}"
    os.environ["MOTO_PORT"] = str(server.server_port)
    api.use_endpoint(endpoint)
    engine.install()
    return server, endpoint


def main() -> None:
    """Starts the server and serves until it is told to stop."""
    options = arguments()
    server, endpoint = create_server(options.port)
    if options.ready_file:
        os.setsid()  # it outlives the command that starts it, also when that one is interrupted at the terminal
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
