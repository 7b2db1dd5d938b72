"""The function that ECS calls during a rollout, where what Lambda would run is a program of this machine: it is run, and called over
Lambda's runtime API until it has decided. Any other code passes.

Sources: AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes"; Amazon ECS Developer Guide, "Lambda hooks for
Amazon ECS service deployments": a function that answers no hookStatus, or fails, rolls back. ECS's time goes faster here.
"""

import io
import ipaddress
import json
import os
import queue
import subprocess
import tempfile
import threading
import time
import uuid
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from moto.awslambda.models import lambda_backends
from moto.core.responses import ActionResult
from moto.ec2.responses.elastic_network_interfaces import ElasticNetworkInterfaces
from moto.elbv2.models import elbv2_backends

import api
import live

_FASTER = 20
_DEFAULT_DELAY = 30
_LONGEST_CALL = 60
_LOAD_BALANCER = "ELB "


class Runtime:
    """A function that runs."""

    def __init__(self, program: Path, variables: dict[str, str], log: Any) -> None:
        self._calls: queue.Queue[bytes] = queue.Queue()
        self._answers: queue.Queue[Any] = queue.Queue()
        runtime = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                call = runtime._calls.get()
                self._send(200, call, {"Lambda-Runtime-Aws-Request-Id": uuid.uuid4().hex})

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                runtime._answers.put(json.loads(body) if self.path.endswith("/response") else {"error": body.decode()})
                self._send(202, b"{}", {})

            def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
                self.send_response(status)
                for name, value in (headers | {"Content-Length": str(len(body))}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        address = f"127.0.0.1:{self._server.server_port}"
        self._process = subprocess.Popen([str(program)], env=variables | {"AWS_LAMBDA_RUNTIME_API": address}, stdout=subprocess.PIPE, text=True)
        self._reader = threading.Thread(target=lambda: [log(line.rstrip("\n")) for line in self._process.stdout or ()], daemon=True)
        self._reader.start()

    def call(self, event: dict[str, Any]) -> dict[str, Any]:
        """What it answers; an error where it ends or says nothing."""
        self._calls.put(json.dumps(event).encode())
        end = time.monotonic() + _LONGEST_CALL
        while time.monotonic() < end:
            try:
                return self._answers.get(timeout=0.2)
            except queue.Empty:
                if self._process.poll() is not None:
                    break
        return {"error": "no answer"}

    def close(self) -> None:
        """Ends it, once its log is read."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        self._server.shutdown()
        self._server.server_close()


def decide(stage: str, service: str, hook: dict[str, Any], cancelled: threading.Event) -> bool | None:
    """Whether the deployment goes on; None where the function's code is no program, or the change is cancelled."""
    region, account, _, name = hook["HookTargetArn"].split(":")[3:]
    function = lambda_backends[account][region].get_function(name)
    with tempfile.TemporaryDirectory() as folder:
        program = _program(function.code_bytes, Path(folder))
        if program is None:
            return None
        given = {"AWS_REGION": region, "AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local", "AWS_ENDPOINT_URL": api._endpoint, "_HANDLER": function.handler}
        runtime = Runtime(program, dict(os.environ) | function.environment_vars | given, _log(name, account, region))
        try:
            return _until_decided(runtime, stage, service, hook["HookDetails"], cancelled)
        finally:
            runtime.close()


def _until_decided(runtime: Runtime, stage: str, service: str, details: Any, cancelled: threading.Event) -> bool | None:
    revision = f"{service.replace(':service/', ':service-revision/')}/{uuid.uuid4().int % 10**19}"
    deployment = f"{service.replace(':service/', ':service-deployment/')}/{uuid.uuid4().hex[:21]}"
    while True:
        event = {
            "executionId": str(uuid.uuid4()), "lifecycleStage": stage, "resourceArn": deployment, "hookDetails": details,
            "executionDetails": {
                "serviceArn": service, "targetServiceRevisionArn": revision, "testTrafficWeights": {revision: 100},
                "productionTrafficWeights": {revision: 100 if "POST_PRODUCTION" in stage else 0},
            },
        }  # fmt: skip
        answer = runtime.call(event)
        if answer.get("hookStatus") != "IN_PROGRESS":
            return answer.get("hookStatus") == "SUCCEEDED"
        details = answer.get("hookDetails") or details
        if cancelled.wait(answer.get("callBackDelay", _DEFAULT_DELAY) / _FASTER):
            return None


def _program(code: bytes, folder: Path) -> Path | None:
    if not zipfile.is_zipfile(io.BytesIO(code)):
        return None
    with zipfile.ZipFile(io.BytesIO(code)) as archive:
        archive.extractall(folder)
    program = folder / "bootstrap"
    if not program.exists() or program.read_bytes()[:2] not in (b"\x7fE", b"#!"):
        return None
    program.chmod(0o755)
    return program


def _log(name: str, account: str, region: str) -> Any:
    """Writes lines to the log group that the template gives the function; moto does not keep it."""
    functions = (item for item in live.everything(account, region) if item.type == "AWS::Lambda::Function" and item.id == name)
    group = next((item.properties.get("LoggingConfig", {}).get("LogGroup") for item in functions), None) or f"/aws/lambda/{name}"
    logs, stream = api.client("logs", region), uuid.uuid4().hex
    logs.create_log_stream(logGroupName=group, logStreamName=stream)

    def write(line: str) -> None:
        logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=[{"timestamp": int(time.time() * 1000), "message": line}])

    return write


def _interfaces(account: str, region: str, description: str) -> list[dict[str, Any]]:
    """The network interfaces of a load balancer: one in each of its subnets, with "ELB app/name/id" for a description."""
    balancers = elbv2_backends[account][region].load_balancers
    found = next((one for arn, one in balancers.items() if arn.endswith("loadbalancer/" + description.removeprefix(_LOAD_BALANCER))), None)
    subnets = found.subnets if found else []
    return [
        {"NetworkInterfaceId": f"eni-{subnet.id[7:]}", "Description": description, "SubnetId": subnet.id, "PrivateIpAddress": str(ipaddress.ip_network(subnet.cidr_block)[7])}
        for subnet in subnets
    ]


def install() -> None:
    """Lets EC2 tell where load balancers are."""
    before = ElasticNetworkInterfaces.describe_network_interfaces

    def describe_network_interfaces(self: Any) -> ActionResult:
        wanted = self._filters_from_querystring().get("description", [])
        if not any(one.startswith(_LOAD_BALANCER) for one in wanted):
            return before(self)
        found = [item for one in wanted for item in _interfaces(self.current_account, self.region, one)]
        return ActionResult({"NetworkInterfaces": found})

    ElasticNetworkInterfaces.describe_network_interfaces = describe_network_interfaces
