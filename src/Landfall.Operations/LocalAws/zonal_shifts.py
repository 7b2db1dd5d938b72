"""Zonal shifts of Application Recovery Controller, which moto does not know: traffic of load balancers that is kept away from a zone.

Nothing is shifted here. What ARC refuses is refused with its exceptions and reasons (ARC zonal shift API Reference, StartZonalShift,
CancelZonalShift: ValidationException with reason, ConflictException with reason and zonalShiftId, ResourceNotFoundException). A load balancer
is registered while its attribute zonal_shift.config.enabled is true (User Guide for Application Load Balancers, "Zonal shift is disabled by
default and must be enabled"). The words of messages are not in the reference.
"""

import json
import re
import time
import uuid
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs, unquote

from moto.ec2.models import ec2_backends
from moto.elbv2.models import elbv2_backends
from moto.iam.models import get_account_id_from

_MOST_SECONDS = 3 * 24 * 3600
_LONGEST_COMMENT = 128
_STATUS = {200: "200 OK", 201: "201 Created", 400: "400 Bad Request", 404: "404 Not Found", 409: "409 Conflict"}
_SCOPE = re.compile(r"Credential=([^/]+)/[^/]+/([^/]+)/arc-zonal-shift/aws4_request")
_shifts: list[dict[str, Any]] = []


class _RefusedError(Exception):
    def __init__(self, status: int, kind: str, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status, self.kind, self.body = status, kind, {"message": message, **more}


def _invalid(reason: str, message: str) -> _RefusedError:
    return _RefusedError(400, "ValidationException", message, reason=reason)


def _balancers(account: str, region: str) -> dict[str, list[str]]:
    """The zones' ids of the load balancers that are registered, by ARN."""
    ids = {zone.name: zone.zone_id for zone in ec2_backends[account][region].describe_availability_zones()}
    return {
        item.arn: sorted(ids[subnet.availability_zone] for subnet in item.subnets)
        for item in elbv2_backends[account][region].load_balancers.values()
        if item.attrs.get("zonal_shift.config.enabled") == "true"
    }


def _seconds(given: Any) -> int:
    match = re.fullmatch(r"([1-9][0-9]*)(m|h)", str(given or ""))
    seconds = int(match[1]) * (60 if match[2] == "m" else 3600) if match else 0
    if not 0 < seconds <= _MOST_SECONDS:
        raise _invalid("InvalidExpiresIn", "The expiresIn value is not valid: it is from 1 minute to 3 days.")
    return seconds


def _active(account: str, region: str) -> list[dict[str, Any]]:
    for shift in _shifts:
        if shift["status"] == "ACTIVE" and shift["expiryTime"] <= time.time():
            shift["status"] = "EXPIRED"
    return [shift for shift in _shifts if shift["resourceIdentifier"].split(":")[3:5] == [region, account]]


def _start(account: str, region: str, given: dict[str, Any]) -> dict[str, Any]:
    arn, zone = given.get("resourceIdentifier"), given.get("awayFrom")
    zones = _balancers(account, region).get(str(arn))
    if zones is None:
        raise _RefusedError(404, "ResourceNotFoundException", f"The resource {arn} is not a managed resource.")
    if zone not in {item.zone_id for item in ec2_backends[account][region].describe_availability_zones()}:
        raise _invalid("InvalidAz", f"{zone} is not an Availability Zone id of {region}.")
    if zone not in zones:
        raise _invalid("UnsupportedAz", f"The resource is not in {zone}.")
    if not isinstance(given.get("comment"), str) or len(given["comment"]) > _LONGEST_COMMENT:
        raise _invalid("MissingValue", f"A comment of up to {_LONGEST_COMMENT} characters is required.")
    seconds = _seconds(given.get("expiresIn"))
    taken = next((shift for shift in _active(account, region) if shift["status"] == "ACTIVE" and shift["resourceIdentifier"] == arn), None)
    if taken:
        message = "A zonal shift is already in progress for this resource."
        raise _RefusedError(409, "ConflictException", message, reason="ZonalShiftAlreadyExists", zonalShiftId=taken["zonalShiftId"])
    now = time.time()
    shift = {
        "zonalShiftId": str(uuid.uuid4()), "resourceIdentifier": arn, "awayFrom": zone, "startTime": now, "expiryTime": now + seconds,
        "status": "ACTIVE", "comment": given["comment"],
    }  # fmt: skip
    _shifts.append(shift)
    return shift


def _cancel(account: str, region: str, shift_id: str) -> dict[str, Any]:
    shift = next((item for item in _active(account, region) if item["zonalShiftId"] == shift_id), None)
    if shift is None:
        raise _RefusedError(404, "ResourceNotFoundException", f"There is no zonal shift {shift_id}.")
    if shift["status"] != "ACTIVE":
        raise _RefusedError(409, "ConflictException", "The zonal shift is not active.", reason="ZonalShiftStatusNotActive", zonalShiftId=shift_id)
    shift["status"] = "CANCELED"
    return shift


def _managed(account: str, region: str) -> list[dict[str, Any]]:
    away = {shift["resourceIdentifier"]: shift["awayFrom"] for shift in _active(account, region) if shift["status"] == "ACTIVE"}
    return [
        {"arn": arn, "availabilityZones": zones, "appliedWeights": {zone: 0.0 if away.get(arn) == zone else 1.0 for zone in zones}}
        for arn, zones in _balancers(account, region).items()
    ]


def _reply(account: str, region: str, environ: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    method, path, query = environ["REQUEST_METHOD"], environ["PATH_INFO"], parse_qs(environ.get("QUERY_STRING", ""))
    if (method, path) == ("POST", "/zonalshifts"):
        return 201, _start(account, region, json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))))
    if (method, path) == ("GET", "/zonalshifts"):
        wanted = query.get("status", [None])[0]
        return 200, {"items": [shift for shift in _active(account, region) if wanted in (None, shift["status"])]}
    if (method, path) == ("GET", "/managedresources"):
        return 200, {"items": _managed(account, region)}
    if method == "DELETE" and path.startswith("/zonalshifts/"):
        return 200, _cancel(account, region, unquote(path.removeprefix("/zonalshifts/")))
    raise _invalid("InvalidStatus", f"The local AWS does not know {method} {path} of ARC.")


def before(aws: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Answers requests that are signed for ARC's zonal shift, and lets all others pass."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        scope = _SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
        if scope is None:
            return aws(environ, start_response)
        headers = [("Content-Type", "application/json")]
        try:
            status, body = _reply(get_account_id_from(scope[1]), scope[2], environ)
        except _RefusedError as refused:
            status, body = refused.status, refused.body
            headers.append(("x-amzn-ErrorType", refused.kind))
        start_response(_STATUS[status], headers)
        return [json.dumps(body).encode()]

    return application
