"""What Service Quotas says of a local account."""

import unittest

from botocore.exceptions import ClientError

from local_aws import aws


class AccountQuotasTest(unittest.TestCase):
    def test_service_has_its_quotas(self) -> None:
        found = {quota["QuotaCode"]: quota["Value"] for quota in aws("service-quotas").list_service_quotas(ServiceCode="vpc")["Quotas"]}
        self.assertEqual(200, found["L-407747CB"])

    def test_fargate_has_those_of_a_new_account(self) -> None:
        found = {quota["QuotaCode"]: quota["Value"] for quota in aws("service-quotas").list_service_quotas(ServiceCode="fargate")["Quotas"]}
        self.assertEqual({"L-3032A538": 6, "L-36FBB829": 6}, found)

    def test_unknown_service_is_refused(self) -> None:
        with self.assertRaises(ClientError) as refused:
            aws("service-quotas").list_service_quotas(ServiceCode="nothing")
        self.assertEqual("NoSuchResourceException", refused.exception.response["Error"]["Code"])
