"""Traffic that shifts from one version of a service to another, and what CloudWatch counts of both meanwhile.

Nobody sends requests to the local AWS, and nobody wants to wait for minutes: a page says what each version of a service answered in
each minute of its next deployment. That deployment has then been under way for so many minutes as soon as it begins, with a part of the
traffic at the new version, until somebody stops it or a while is over.

Sources: Amazon ECS API Reference, DescribeServiceDeployments, DescribeServiceRevisions ("the resolved load balancer configuration"),
StopServiceDeployment; Application Load Balancers guide, "CloudWatch metrics"; CloudWatch statistics definitions.
"""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from moto.cloudwatch.exceptions import ValidationError
from moto.cloudwatch.models import CloudWatchBackend
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ecs.responses import EC2ContainerServiceResponse

_MINUTE = timedelta(minutes=1)
# So that the last minute is one that CloudWatch knows all of.
_AFTER = 4 * _MINUTE
_STATISTIC = re.compile(r"Sum|SampleCount|Average|Minimum|Maximum|p\d{1,2}(\.\d+)?|TC\(:(\d+(\.\d+)?)\)")


@dataclass
class Script:
    """What the versions answer."""

    minutes: list[dict[str, dict[str, float]]]
    """`{new: {requests, failures, slow}, old: {…}}` for each minute; a version that is left out had no traffic."""
    usual: float | None = None
    """The 95th percentile of the old version's response time in the hour before, in seconds."""
    seconds: float = 3
    """How long the deployment goes on where nobody stops it."""


_scripts: dict[tuple[str, str], Script] = {}
_groups: dict[tuple[str, str], tuple[Script, str, datetime]] = {}
"""By the dimensions of a target group and its load balancer: what was scripted, for which version, and from when on."""
_serving: dict[str, int] = {}
"""Which of its two target groups a service answers from."""
_revisions: dict[str, dict[str, Any]] = {}
_current: dict[str, str] = {}


def page(request: dict[str, Any]) -> list[str]:
    """Takes `{cluster, service, …}`, with the fields of Script, or `{clear: true}`; gives what is scripted now."""
    if request.get("clear"):
        _scripts.clear()
        _groups.clear()
    else:
        given = {key: value for key, value in request.items() if key in ("minutes", "usual", "seconds")}
        _scripts[(request["cluster"], request["service"])] = Script(**given)
    return [f"{cluster}/{service}" for cluster, service in _scripts]


def any_scripted() -> bool:
    """Whether some service's traffic is to shift slowly, so that a change may take its time."""
    return bool(_scripts)


def begin(arn: str, properties: dict[str, Any]) -> tuple[dict[str, Any], float] | None:
    """What ECS adds to the description of a service's deployment while its traffic shifts, and for how long; None where nothing is scripted."""
    cluster, service = arn.rsplit("/", 2)[-2:]
    script = _scripts.get((cluster, service))
    balancers = properties.get("LoadBalancers") or []
    strategy = properties.get("DeploymentConfiguration") or {}
    if script is None or not balancers or strategy.get("Strategy") not in ("LINEAR", "CANARY"):
        return None
    started = utcnow().replace(second=0, microsecond=0) - len(script.minutes) * _MINUTE - _AFTER
    old = _serving.get(arn, 0)
    source = _current.get(arn) or _revision(arn, balancers, old)
    target = _revision(arn, balancers, 1 - old)
    for version, revision in (("old", source), ("new", target)):
        for group in _revisions[revision]["resolvedConfiguration"]["loadBalancers"]:
            _groups[_dimensions(group)] = (script, version, started)
    steps = {**(strategy.get("CanaryConfiguration") or {}), **(strategy.get("LinearConfiguration") or {})}
    share = float(steps.get("CanaryPercent") or steps.get("StepPercent") or 10)
    shift = {
        "startedAt": started, "lifecycleStage": "PRODUCTION_TRAFFIC_SHIFT",
        "sourceServiceRevisions": [{"arn": source, "requestedProductionTrafficWeight": 100 - share}],
        "targetServiceRevision": {"arn": target, "requestedProductionTrafficWeight": share},
    }  # fmt: skip
    return shift, script.seconds


def succeeded(arn: str, shift: dict[str, Any]) -> None:
    """Notes that the new version has all the traffic."""
    _serving[arn] = 1 - _serving.get(arn, 0)
    _current[arn] = shift["targetServiceRevision"]["arn"]


def _revision(arn: str, balancers: list[dict[str, Any]], group: int) -> str:
    revision = f"{arn.replace(':service/', ':service-revision/')}/{uuid.uuid4().int % 10**19}"
    resolved = [
        {
            "targetGroupArn": (item["TargetGroupArn"], item["AdvancedConfiguration"]["AlternateTargetGroupArn"])[group],
            "productionListenerRule": item["AdvancedConfiguration"]["ProductionListenerRule"],
        }
        for item in balancers
    ]
    _revisions[revision] = {"serviceRevisionArn": revision, "serviceArn": arn, "resolvedConfiguration": {"loadBalancers": resolved}}
    return revision


def _dimensions(group: dict[str, str]) -> tuple[str, str]:
    rule = group["productionListenerRule"].split(":")[-1].split("/")
    return group["targetGroupArn"].split(":")[-1], "/".join(rule[1:4])


def _value(metric: str, statistic: str, counts: dict[str, float]) -> float | None:
    """A statistic of a minute; None where nothing was published, as where nothing but zero was counted."""
    if metric == "RequestCount" and statistic == "Sum":
        return counts["requests"] or None
    if metric == "HTTPCode_Target_5XX_Count" and statistic == "Sum":
        return counts.get("failures", 0) or None
    if metric == "TargetResponseTime" and statistic == "SampleCount":
        return counts["requests"] or None
    if metric == "TargetResponseTime" and statistic.startswith("TC(:"):
        return counts["requests"] - counts.get("slow", 0)
    return None


def _read(query: dict[str, Any], scripted: tuple[Script, str, datetime], start: datetime, end: datetime) -> dict[str, Any]:
    script, version, began = scripted
    metric, statistic = query["MetricStat"]["Metric"]["MetricName"], query["MetricStat"]["Stat"]
    if not _STATISTIC.fullmatch(statistic):
        raise ValidationError(f"The value {statistic} for parameter Stat is not supported.")
    found = [(began + number * _MINUTE, _value(metric, statistic, minute[version])) for number, minute in enumerate(script.minutes) if version in minute]
    if (metric, statistic, version) == ("TargetResponseTime", "p95", "old"):
        found = [(began - _MINUTE, script.usual)]
    points = [(time, value) for time, value in found if value is not None and start <= time < end]
    return {
        "id": query["Id"], "label": metric, "status_code": "Complete",
        "timestamps": [time for time, _ in points], "values": [value for _, value in points],
    }  # fmt: skip


def install(moto: Callable[..., Any] = CloudWatchBackend.get_metric_data) -> None:
    """Lets CloudWatch tell of both versions, and ECS of their target groups."""

    def scripted(query: dict[str, Any]) -> tuple[Script, str, datetime] | None:
        dimensions = {item["Name"]: item["Value"] for item in query.get("MetricStat", {}).get("Metric", {}).get("Dimensions", [])}
        return _groups.get((dimensions.get("TargetGroup", ""), dimensions.get("LoadBalancer", "")))

    def get_metric_data(self: Any, queries: list[dict[str, Any]], start_time: datetime, end_time: datetime, scan_by: str = "") -> list[dict[str, Any]]:
        others = [query for query in queries if scripted(query) is None]
        results = moto(self, others, start_time, end_time, scan_by)
        start, end = start_time.replace(tzinfo=None), end_time.replace(tzinfo=None)
        return results + [_read(query, found, start, end) for query in queries if (found := scripted(query))]

    def describe_service_revisions(self: Any) -> ActionResult:
        wanted = self._get_param("serviceRevisionArns")
        failures = [{"arn": arn, "reason": "MISSING"} for arn in wanted if arn not in _revisions]
        return ActionResult({"serviceRevisions": [_revisions[arn] for arn in wanted if arn in _revisions], "failures": failures})

    CloudWatchBackend.get_metric_data = get_metric_data
    EC2ContainerServiceResponse.describe_service_revisions = describe_service_revisions
