"""Traffic of load balancers that is kept away from a zone."""

from typing import Any

from botocore.exceptions import ClientError
from local_aws import LocalAwsTest, aws


class ZonalShiftsTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        ec2, elb = aws("ec2"), aws("elbv2")
        zones = ec2.describe_availability_zones()["AvailabilityZones"]
        self.ids = {zone["ZoneName"]: zone["ZoneId"] for zone in zones}
        subnets = ec2.describe_subnets()["Subnets"]
        picked = {subnet["AvailabilityZone"]: subnet["SubnetId"] for subnet in subnets}
        self.zones = sorted(picked)
        name = self.stack.lower()[-20:].strip("-")
        self.arn = elb.create_load_balancer(Name=name, Type="application", Subnets=[picked[zone] for zone in self.zones[:2]])["LoadBalancers"][0]["LoadBalancerArn"]
        self.enable("true")

    def enable(self, value: str) -> None:
        aws("elbv2").modify_load_balancer_attributes(LoadBalancerArn=self.arn, Attributes=[{"Key": "zonal_shift.config.enabled", "Value": value}])

    def start(self, zone: str, length: str = "3h") -> Any:
        return aws("arc-zonal-shift").start_zonal_shift(resourceIdentifier=self.arn, awayFrom=self.ids.get(zone, zone), expiresIn=length, comment="test")

    def reason(self, zone: str, length: str = "3h") -> Any:
        with self.assertRaises(ClientError) as refused:
            self.start(zone, length)
        return refused.exception.response.get("reason") or refused.exception.response["Error"]["Code"]

    def test_a_shift_is_one_of_a_load_balancer_until_it_is_cancelled(self) -> None:
        arc = aws("arc-zonal-shift")
        shift = self.start(self.zones[0])
        self.assertEqual((shift["status"], shift["awayFrom"]), ("ACTIVE", self.ids[self.zones[0]]))
        self.assertEqual(self.reason(self.zones[1]), "ZonalShiftAlreadyExists")
        managed = next(item for item in arc.list_managed_resources()["items"] if item["arn"] == self.arn)
        self.assertEqual(managed["appliedWeights"][self.ids[self.zones[0]]], 0)
        self.assertEqual(arc.cancel_zonal_shift(zonalShiftId=shift["zonalShiftId"])["status"], "CANCELED")
        self.assertRaisesRegex(ClientError, "not active", arc.cancel_zonal_shift, zonalShiftId=shift["zonalShiftId"])
        self.assertEqual([item for item in arc.list_zonal_shifts(status="ACTIVE")["items"] if item["resourceIdentifier"] == self.arn], [])

    def test_what_arc_refuses_is_refused(self) -> None:
        self.assertEqual(self.reason("use1-az99"), "InvalidAz")
        self.assertEqual(self.reason(self.zones[2]), "UnsupportedAz")
        self.assertEqual(self.reason(self.zones[0], "73h"), "InvalidExpiresIn")
        self.enable("false")
        self.assertEqual(self.reason(self.zones[0]), "ResourceNotFoundException")
