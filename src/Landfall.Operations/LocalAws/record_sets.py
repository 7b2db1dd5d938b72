"""Records of hosted zones: what Route 53 refuses, and changes of one record that leave others of its name alone."""

from typing import Any

from moto.route53.models import FakeZone, RecordSet, route53_backends
from moto.utilities.utils import get_partition

Properties = dict[str, Any]


def breach(properties: Properties, resource_id: str, account: str, region: str) -> str | None:
    """Why Route 53 does not take a record; None where it does. The id is that of the record that is changed, or empty.

    Route 53 API, ChangeResourceRecordSets (InvalidChangeBatch); Route 53 Developer Guide, Supported DNS record types: "If you
    create a CNAME record for a subdomain, you cannot create any other records for that subdomain".
    """
    zone = _zone(properties, account, region)
    if zone is None:
        # By id, moto says so itself; CloudFormation's words for a name are known from people's reports.
        return f"No hosted zones named {properties['HostedZoneName']} found" if "HostedZoneName" in properties else None
    name, kind, mark = _dns(properties["Name"]), properties["Type"], properties.get("SetIdentifier")
    apex = _dns(zone.name)
    if name != apex and not name.endswith(f".{apex}"):
        return f"[RRSet with DNS name {name} is not permitted in zone {apex}]"
    if kind == "CNAME" and name == apex:
        return f"[RRSet of type CNAME with DNS name {name} is not permitted at apex in zone {apex}]"
    others = [record for record in zone.rrsets if _dns(record.name) == name and not (resource_id and _is(record, kind, mark))]
    if any(_is(record, kind, mark) for record in others):
        told = f", SetIdentifier='{mark}'" if mark else ""
        return f"[Tried to create resource record set [name='{name}', type='{kind}'{told}] but it already exists]"
    if any((record.type == "CNAME") != (kind == "CNAME") for record in others):
        return (
            f"[RRSet of type {kind} with DNS name {name} is not permitted as it conflicts with other records with the same DNS "
            f"name in zone {apex}]"
        )
    if any(record.type == kind and bool(record.set_identifier) != bool(mark) for record in others):
        return f"[RRSet with DNS name {name}, type {kind} cannot be created as a non simple record exists or would exist beside it]"
    return None


def install() -> None:
    """Has moto's changes and deletions touch the one record that a resource is; its own go by the name alone."""
    RecordSet.update_from_cloudformation_json = classmethod(_update)
    RecordSet.delete = _delete


def _update(
    cls: Any, original_resource: RecordSet, new_resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
) -> RecordSet:
    _delete(original_resource, account_id, region_name)
    return cls.create_from_cloudformation_json(new_resource_name, cloudformation_json, account_id, region_name)


def _delete(self: RecordSet, account: str, region: str) -> None:
    properties = {"HostedZoneId": self.hosted_zone_id, "HostedZoneName": self.hosted_zone_name}
    zone = _zone(properties, account, region)
    if zone is not None:
        zone.rrsets = [record for record in zone.rrsets if record is not self]


def _zone(properties: Properties, account: str, region: str) -> FakeZone | None:
    backend = route53_backends[account][get_partition(region)]
    if properties.get("HostedZoneId"):
        return backend.zones.get(properties["HostedZoneId"].removeprefix("/hostedzone/"))
    return next((zone for zone in backend.zones.values() if _dns(zone.name) == _dns(properties["HostedZoneName"])), None)


def _is(record: RecordSet, kind: str, mark: str | None) -> bool:
    return record.type == kind and record.set_identifier == mark


def _dns(name: str) -> str:
    return f"{name.rstrip('.').lower()}."
