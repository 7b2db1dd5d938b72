"""Files that a CDN publishes can be looked at with a browser."""

import urllib.error
import urllib.request
from typing import Any

from local_aws import LocalAwsTest, aws, endpoint


class PublishedFilesTest(LocalAwsTest):
    def bucket(self, principal: dict[str, Any]) -> str:
        """A bucket of the stack that the principal may read, with a page in it."""
        statement = {"Effect": "Allow", "Principal": principal, "Action": "s3:GetObject", "Resource": "*"}
        policy = {"Version": "2012-10-17", "Statement": [statement]}
        resources = {
            "Files": {"Type": "AWS::S3::Bucket", "Properties": {}},
            "Policy": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "Files"}, "PolicyDocument": policy}},
        }
        self.assertEqual(self.create(resources), "CREATE_COMPLETE", self.reasons())
        name = str(self.physical_ids()["Files"])
        aws("s3").put_object(Bucket=name, Key="index.html", Body=b"hello")
        return name

    def test_file_of_a_site_is_answered_to_anybody(self) -> None:
        name = self.bucket({"Service": "cloudfront.amazonaws.com"})
        with urllib.request.urlopen(f"{endpoint()}/{name}/index.html") as answer:
            self.assertEqual(answer.read(), b"hello")

    def test_file_that_no_cdn_reads_is_not(self) -> None:
        name = self.bucket({"AWS": "arn:aws:iam::123456789012:root"})
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{endpoint()}/{name}/index.html")
        self.assertEqual(refused.exception.code, 403)
