"""The quotas of a local account, of which moto tells AWS's defaults only, and none of Fargate's.

Amazon ECS Developer Guide, "Amazon ECS service quotas": Fargate's defaults for an account that has not run much yet.
"""

import json
from typing import Any

_FARGATE = [
    {"ServiceCode": "fargate", "ServiceName": "AWS Fargate", "QuotaCode": code, "QuotaName": name, "Value": 6.0, "Unit": "None", "Adjustable": True, "GlobalQuota": False}
    for code, name in (("L-3032A538", "Fargate On-Demand vCPU resource count"), ("L-36FBB829", "Fargate Spot vCPU resource count"))
]  # fmt: skip


def listed(self: Any) -> str:
    """ListServiceQuotas: an account that has not had anything raised."""
    service = json.loads(self.body)["ServiceCode"]
    if service == "fargate":
        return json.dumps({"Quotas": _FARGATE})
    quotas = self.backend.list_aws_default_service_quotas(service)  # refuses a service that moto has no quotas of, as AWS does
    return json.dumps({"Quotas": quotas})
