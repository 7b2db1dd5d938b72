"""CloudFront's origin groups."""

from typing import Any

from local_aws import LocalAwsTest, aws


def distribution(target: str, members: list[str], methods: list[str]) -> dict[str, Any]:
    """A distribution of two origins and a group of them."""
    origins = [{"Id": name, "DomainName": f"{name}.example.com", "CustomOriginConfig": {"OriginProtocolPolicy": "https-only"}} for name in ("files", "missing")]
    group = {
        "Id": "pages",
        "FailoverCriteria": {"StatusCodes": {"Items": [404], "Quantity": 1}},
        "Members": {"Items": [{"OriginId": member} for member in members], "Quantity": len(members)},
    }
    behavior = {"TargetOriginId": target, "ViewerProtocolPolicy": "https-only", "AllowedMethods": methods}
    config = {
        "Enabled": True,
        "Origins": origins,
        "OriginGroups": {"Items": [group], "Quantity": 1},
        "DefaultCacheBehavior": behavior,
    }
    return {"Cdn": {"Type": "AWS::CloudFront::Distribution", "Properties": {"DistributionConfig": config}}}


class DistributionTest(LocalAwsTest):
    def refused(self, resources: dict[str, Any], text: str) -> None:
        self.assertEqual(self.create(resources), "ROLLBACK_COMPLETE")
        self.assertTrue(any(text in reason for reason in self.reasons()), self.reasons())

    def test_a_behavior_points_at_a_group(self) -> None:
        self.assertEqual(self.create(distribution("pages", ["files", "missing"], ["GET", "HEAD"])), "CREATE_COMPLETE", self.reasons())
        config = aws("cloudfront").get_distribution(Id=self.physical_ids()["Cdn"])["Distribution"]["DistributionConfig"]
        self.assertEqual(config["DefaultCacheBehavior"]["TargetOriginId"], "pages")

    def test_a_behavior_without_its_origin_is_refused(self) -> None:
        self.refused(distribution("nobody", ["files", "missing"], ["GET", "HEAD"]), "NoSuchOrigin")

    def test_a_group_without_its_origin_is_refused(self) -> None:
        self.refused(distribution("pages", ["files", "nobody"], ["GET", "HEAD"]), "NoSuchOrigin")

    def test_a_group_that_would_take_a_post_is_refused(self) -> None:
        methods = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"]
        self.refused(distribution("pages", ["files", "missing"], methods), "AllowedMethods cannot include POST")
