"""The pages below /landfall/: what is only recorded, and stand-ins for what a plan imports."""

import json
import unittest
import urllib.request
from typing import Any

from local_aws import REGION, LocalAwsTest, aws, endpoint

ACCOUNT = "123456789012"


def ask(page: str, body: dict[str, Any] | None = None) -> Any:
    """Asks for a page of the running server."""
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(f"{endpoint()}/landfall/{page}", data, timeout=20) as answer:
        return json.load(answer)


class RecordedPageTest(LocalAwsTest):
    def test_it_names_stack_id_and_type(self) -> None:
        self.create({"Edge": {"Type": "AWS::CloudFront::Function", "Properties": {"Name": "f"}}})
        found = [item for item in ask("recorded") if item["stack"] == self.stack]
        self.assertEqual(
            found,
            [
                {
                    "account": ACCOUNT,
                    "region": REGION,
                    "stack": self.stack,
                    "logicalId": "Edge",
                    "type": "AWS::CloudFront::Function",
                    "id": self.physical_ids()["Edge"],
                }
            ],
        )


class StandInsTest(unittest.TestCase):
    def test_a_network_is_made_once_with_the_ids_of_the_plan(self) -> None:
        network = {
            "vpcId": "vpc-0abc",
            "vpcCidr": "10.9.0.0/16",
            "internetGatewayId": "igw-0abc",
            "emrSecurityGroup": "sg-0abc",
        }
        request = {"account": ACCOUNT, "region": REGION, "network": network, "hostedZones": []}
        self.assertEqual(ask("stand-ins", request), ["vpc-0abc", "igw-0abc", "sg-0abc"])
        self.assertEqual(ask("stand-ins", request), [])
        vpc = aws("ec2").describe_vpcs(VpcIds=["vpc-0abc"])["Vpcs"][0]
        gateway = aws("ec2").describe_internet_gateways(InternetGatewayIds=["igw-0abc"])["InternetGateways"][0]
        self.assertEqual((vpc["CidrBlock"], gateway["Attachments"][0]["VpcId"]), ("10.9.0.0/16", "vpc-0abc"))

    def test_a_zone_and_its_certificates_are_made_once(self) -> None:
        arns = [f"arn:aws:acm:{region}:{ACCOUNT}:certificate/{region}" for region in ("eu-west-1", REGION)]
        request = {
            "account": ACCOUNT,
            "region": REGION,
            "hostedZones": [{"id": "Z0ABC", "name": "example.com"}],
            "domain": {"name": "shop.example.com", "certificates": arns},
        }
        self.assertEqual(ask("stand-ins", request), ["Z0ABC", *arns])
        self.assertEqual(ask("stand-ins", request), [])
        self.assertEqual(aws("route53").get_hosted_zone(Id="Z0ABC")["HostedZone"]["Name"], "example.com.")
        certificate = aws("acm").describe_certificate(CertificateArn=arns[1])["Certificate"]
        self.assertEqual((certificate["DomainName"], certificate["Status"]), ("shop.example.com", "ISSUED"))

    def test_a_zone_without_an_id_is_made_once_by_its_name(self) -> None:
        request = {"account": ACCOUNT, "region": REGION, "hostedZones": [{"id": None, "name": "Unnamed.example"}]}
        made = ask("stand-ins", request)
        self.assertEqual(len(made), 1)
        self.assertEqual(ask("stand-ins", request), [])
        self.assertEqual(aws("route53").get_hosted_zone(Id=made[0])["HostedZone"]["Name"], "unnamed.example.")
