"""What CloudFront takes of one region only: certificates and firewalls, for distributions of stacks anywhere."""

import json
import unittest
from typing import Any

from local_aws import endpoint

VISIBLE = {"CloudWatchMetricsEnabled": True, "SampledRequestsEnabled": True, "MetricName": "m"}


def certificate(domain: str) -> dict[str, Any]:
    return {
        "Type": "AWS::CertificateManager::Certificate",
        "Properties": {"DomainName": domain, "SubjectAlternativeNames": [f"*.{domain}"], "ValidationMethod": "DNS"},
    }


def firewall(name: str, scope: str) -> dict[str, Any]:
    properties = {"Name": name, "Scope": scope, "DefaultAction": {"Allow": {}}, "Rules": [], "VisibilityConfig": VISIBLE}
    return {"Type": "AWS::WAFv2::WebACL", "Properties": properties}


def distribution(aliases: list[str], certificate_arn: str | None = None, firewall_arn: str | None = None) -> dict[str, Any]:
    config = {
        "Enabled": True,
        "Aliases": aliases,
        "Origins": [{"Id": "o", "DomainName": "o.example.com", "CustomOriginConfig": {"OriginProtocolPolicy": "https-only"}}],
        "DefaultCacheBehavior": {"TargetOriginId": "o", "ViewerProtocolPolicy": "https-only"},
        **({"ViewerCertificate": {"AcmCertificateArn": certificate_arn, "SslSupportMethod": "sni-only"}} if certificate_arn else {}),
        **({"WebACLId": firewall_arn} if firewall_arn else {}),
    }
    return {"Type": "AWS::CloudFront::Distribution", "Properties": {"DistributionConfig": config}}


class CdnRegionTest(unittest.TestCase):
    def setUp(self) -> None:
        endpoint()
        self.stacks: list[tuple[str, str]] = []

    def tearDown(self) -> None:
        for region, stack in reversed(self.stacks):
            self.client(region).delete_stack(StackName=stack)

    def client(self, region: str) -> Any:
        import api

        return api.client("cloudformation", region)

    def create(self, region: str, **resources: Any) -> dict[str, str]:
        """Creates a stack that succeeds; gives its resources' ids, and the values of its outputs."""
        status, reasons, found = self.try_create(region, **resources)
        self.assertEqual(status, "CREATE_COMPLETE", reasons)
        return found

    def try_create(self, region: str, **resources: Any) -> tuple[str, list[str], dict[str, str]]:
        stack = f"{self.id().rsplit('.', 1)[-1].replace('_', '-')}-{len(self.stacks)}"
        arns = {f"{name}Arn": {"Value": {"Fn::GetAtt": [name, "Arn"]}} for name, r in resources.items() if "WebACL" in r["Type"]}
        client = self.client(region)
        client.create_stack(StackName=stack, TemplateBody=json.dumps({"Resources": resources, "Outputs": arns}))
        self.stacks.append((region, stack))
        described = client.describe_stacks(StackName=stack)["Stacks"][0]
        events = client.describe_stack_events(StackName=stack)["StackEvents"]
        ids = {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in client.list_stack_resources(StackName=stack)["StackResourceSummaries"]}
        ids |= {item["OutputKey"]: item["OutputValue"] for item in described.get("Outputs", [])}
        return described["StackStatus"], [event.get("ResourceStatusReason", "") for event in events], ids

    def refused(self, text: str, region: str, **resources: Any) -> None:
        status, reasons, _ = self.try_create(region, **resources)
        self.assertEqual(status, "ROLLBACK_COMPLETE")
        self.assertTrue(any(text in reason for reason in reasons), reasons)

    def delete(self, region: str, stack: str) -> tuple[str, list[str]]:
        client = self.client(region)
        found = client.describe_stacks(StackName=stack)["Stacks"][0]["StackId"]
        client.delete_stack(StackName=stack)
        events = client.describe_stack_events(StackName=found)["StackEvents"]
        return client.describe_stacks(StackName=found)["Stacks"][0]["StackStatus"], [e.get("ResourceStatusReason", "") for e in events]

    def test_a_distribution_takes_a_certificate_of_us_east_1(self) -> None:
        arn = self.create("us-east-1", Cert=certificate("a.example.com"))["Cert"]
        self.create("eu-central-1", Cdn=distribution(["a.example.com", "www.a.example.com"], arn))

    def test_a_distribution_takes_none_of_its_stacks_region(self) -> None:
        arn = self.create("eu-central-1", Cert=certificate("b.example.com"))["Cert"]
        self.refused("isn't in us-east-1 region", "eu-central-1", Cdn=distribution(["b.example.com"], arn))

    def test_a_certificate_that_does_not_cover_an_alias_is_refused(self) -> None:
        arn = self.create("us-east-1", Cert=certificate("c.example.com"))["Cert"]
        self.refused("doesn't cover the alternate domain name", "eu-central-1", Cdn=distribution(["d.example.com"], arn))
        self.refused("doesn't cover the alternate domain name", "eu-central-1", Cdn=distribution(["a.b.c.example.com"], arn))

    def test_an_alias_without_a_certificate_is_refused(self) -> None:
        self.refused("must attach a trusted certificate", "us-east-1", Cdn=distribution(["e.example.com"]))

    def test_a_firewall_for_the_cdn_is_in_us_east_1(self) -> None:
        self.refused("field: SCOPE_VALUE, parameter: CLOUDFRONT", "eu-central-1", Wall=firewall("f", "CLOUDFRONT"))
        arn = self.create("us-east-1", Wall=firewall("f", "CLOUDFRONT"))["WallArn"]
        self.assertRegex(arn, r"^arn:aws:wafv2:us-east-1:\d+:global/webacl/f/\w+$")
        self.create("eu-central-1", Cdn=distribution([], None, arn))

    def test_a_distribution_takes_no_firewall_of_a_region(self) -> None:
        arn = self.create("eu-central-1", Wall=firewall("g", "REGIONAL"))["WallArn"]
        self.refused("InvalidWebACLId", "eu-central-1", Cdn=distribution([], None, arn))

    def test_what_a_distribution_of_another_region_uses_is_not_deleted(self) -> None:
        made = self.create("us-east-1", Cert=certificate("h.example.com"))
        wall = self.create("us-east-1", Wall=firewall("h", "CLOUDFRONT"))
        self.create("eu-central-1", Cdn=distribution(["h.example.com"], made["Cert"], wall["WallArn"]))
        for (region, stack), error in zip(self.stacks, ("ResourceInUseException", "WAFAssociatedItemException"), strict=False):
            status, reasons = self.delete(region, stack)
            self.assertEqual(status, "DELETE_FAILED")
            self.assertTrue(any(error in reason for reason in reasons), reasons)


if __name__ == "__main__":
    unittest.main()
