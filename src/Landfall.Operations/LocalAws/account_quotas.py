"""The quotas of a local account, of which moto tells AWS's defaults only."""

import json
from typing import Any


def listed(self: Any) -> str:
    """ListServiceQuotas: an account that has not had anything raised."""
    service = json.loads(self.body)["ServiceCode"]
    quotas = self.backend.list_aws_default_service_quotas(service)  # refuses a service that moto has no quotas of, as AWS does
    return json.dumps({"Quotas": quotas})
