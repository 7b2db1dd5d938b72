"""Records of hosted zones."""

from typing import Any

from local_aws import LocalAwsTest, aws


class RecordSetTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        self.zone = f"{self.stack}.example.com."
        self.route53 = aws("route53")
        made = self.route53.create_hosted_zone(Name=self.zone, CallerReference=self.stack)
        self.zone_id = made["HostedZone"]["Id"].removeprefix("/hostedzone/")

    def record(self, name: str, kind: str = "A", value: str = "10.0.0.1", **more: Any) -> dict[str, Any]:
        properties = {"HostedZoneId": self.zone_id, "Name": name, "Type": kind, "TTL": "60", "ResourceRecords": [value], **more}
        return {"Type": "AWS::Route53::RecordSet", "Properties": properties}

    def records(self) -> set[tuple[str, str, str]]:
        listed = self.route53.list_resource_record_sets(HostedZoneId=self.zone_id)["ResourceRecordSets"]
        return {
            (item["Name"], item["Type"], value["Value"])
            for item in listed
            if item["Type"] not in ("NS", "SOA")
            for value in item["ResourceRecords"]
        }

    def refused(self, record: dict[str, Any], text: str, beside: dict[str, Any] | None = None) -> None:
        """A record that fails its stack, beside what is there."""
        if beside is not None:
            self.assertEqual(self.create({"There": beside}), "CREATE_COMPLETE", self.reasons())
        before = self.records()
        other = f"{self.stack}-other"
        self.assertEqual(self.create({"Record": record}, stack=other), "ROLLBACK_COMPLETE")
        events = self.cloudformation.describe_stack_events(StackName=other)["StackEvents"]
        self.assertTrue(any(text in item.get("ResourceStatusReason", "") for item in events), events)
        self.assertEqual(self.records(), before)

    def test_a_second_one_of_a_name_and_type_is_refused(self) -> None:
        self.refused(self.record(self.zone.rstrip(".").upper()), "but it already exists", self.record(self.zone))

    def test_one_that_somebody_made_is_refused(self) -> None:
        change = {"Action": "CREATE", "ResourceRecordSet": {"Name": self.zone, "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "10.0.0.9"}]}}
        self.route53.change_resource_record_sets(HostedZoneId=self.zone_id, ChangeBatch={"Changes": [change]})
        self.refused(self.record(self.zone), "but it already exists")

    def test_one_of_a_zone_by_name_stands_in_that_zone(self) -> None:
        record = self.record(f"www.{self.zone}")
        record["Properties"] |= {"HostedZoneName": self.zone, "HostedZoneId": {"Ref": "AWS::NoValue"}}
        self.assertEqual(self.create({"Record": record}), "CREATE_COMPLETE", self.reasons())
        self.assertEqual(self.records(), {(f"www.{self.zone}", "A", "10.0.0.1")})

    def test_one_of_a_zone_that_is_not_there_by_name_is_refused(self) -> None:
        record = self.record("www.nowhere.example.")
        record["Properties"] |= {"HostedZoneName": "nowhere.example.", "HostedZoneId": {"Ref": "AWS::NoValue"}}
        self.refused(record, "No hosted zones named nowhere.example. found")

    def test_one_outside_its_zone_is_refused(self) -> None:
        self.refused(self.record(f"not{self.zone}"), "is not permitted in zone")

    def test_nothing_is_beside_a_cname(self) -> None:
        www = f"www.{self.zone}"
        self.refused(self.record(www), "conflicts with other records", self.record(www, "CNAME", "x.example.com"))

    def test_a_cname_is_beside_nothing(self) -> None:
        www = f"www.{self.zone}"
        self.refused(self.record(www, "CNAME", "x.example.com"), "conflicts with other records", self.record(www))

    def test_a_zone_s_own_name_has_no_cname(self) -> None:
        self.refused(self.record(self.zone, "CNAME", "x.example.com"), "is not permitted at apex")

    def test_weighted_ones_differ_by_their_identifier(self) -> None:
        first = self.record(self.zone, SetIdentifier="one", Weight=1)
        self.assertEqual(self.create({"One": first, "Two": self.record(self.zone, SetIdentifier="two", Weight=1)}), "CREATE_COMPLETE")
        self.refused(first, "SetIdentifier='one'] but it already exists")

    def test_one_of_another_type_stays_when_its_neighbour_changes_and_goes(self) -> None:
        six = self.record(self.zone, "AAAA", "2001:db8::1")
        self.assertEqual(self.create({"Four": self.record(self.zone), "Six": six}), "CREATE_COMPLETE", self.reasons())
        self.assertEqual(self.update({"Four": self.record(self.zone, value="10.0.0.2"), "Six": six}), "UPDATE_COMPLETE", self.reasons())
        self.assertEqual(self.records(), {(self.zone, "A", "10.0.0.2"), (self.zone, "AAAA", "2001:db8::1")})
        self.assertEqual(self.update({"Six": six}), "UPDATE_COMPLETE", self.reasons())
        self.assertEqual(self.records(), {(self.zone, "AAAA", "2001:db8::1")})
