"""What the CDK's custom resources do: files into a bucket, and a bucket emptied before it goes."""

import io
import unittest
import zipfile
from typing import Any

from local_aws import LocalAwsTest, aws

import custom_resources


class BucketDeploymentTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        self.s3 = aws("s3")
        self.source, self.site = f"{self.stack}-source", f"{self.stack}-site"
        for bucket in (self.source, self.site):
            self.s3.create_bucket(Bucket=bucket)

    def upload(self, key: str, files: dict[str, str]) -> None:
        """Puts an archive into the source bucket."""
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as target:
            for name, text in files.items():
                target.writestr(name, text)
        self.s3.put_object(Bucket=self.source, Key=key, Body=archive.getvalue())

    def deployment(self, key: str, **more: Any) -> dict[str, Any]:
        properties = {"SourceBucketNames": [self.source], "SourceObjectKeys": [key], "DestinationBucketName": self.site, **more}
        return {"Deployment": {"Type": "Custom::CDKBucketDeployment", "Properties": properties}}

    def files(self) -> dict[str, str]:
        """What is in the site's bucket."""
        found = self.s3.list_objects_v2(Bucket=self.site).get("Contents", [])
        return {item["Key"]: self.s3.get_object(Bucket=self.site, Key=item["Key"])["Body"].read().decode() for item in found}

    def test_an_update_replaces_and_prunes(self) -> None:
        self.upload("one.zip", {"index.html": "old", "gone.html": "x", "img/": ""})
        self.upload("two.zip", {"index.html": "new", "img/a.svg": "y"})
        self.create(self.deployment("one.zip"))
        self.assertEqual(self.files(), {"index.html": "old", "gone.html": "x"})
        self.update(self.deployment("two.zip"))
        self.assertEqual(self.files(), {"index.html": "new", "img/a.svg": "y"})

    def test_pruning_spares_what_is_excluded_and_what_is_outside_the_prefix(self) -> None:
        for key in ("app/config.json", "app/old.html", "app2/index.html", "other.html"):
            self.s3.put_object(Bucket=self.site, Key=key, Body=b"z")
        self.upload("one.zip", {"index.html": "i", "config.json": "not deployed"})
        self.create(self.deployment("one.zip", DestinationBucketKeyPrefix="app", Exclude=["*config.json"]))
        self.assertEqual(
            self.files(), {"app/config.json": "z", "app/index.html": "i", "app2/index.html": "z", "other.html": "z"}
        )

    def test_markers_get_their_values_and_files_their_type(self) -> None:
        self.upload("one.zip", {"config.json": '{"api": "<<marker>>"}'})
        self.create(self.deployment("one.zip", SourceMarkers=[{"<<marker>>": {"Fn::Sub": "${AWS::Region}"}}]))
        self.assertEqual(self.files(), {"config.json": '{"api": "us-east-1"}'})
        self.assertEqual(self.s3.head_object(Bucket=self.site, Key="config.json")["ContentType"], "application/json")

    def test_a_missing_archive_fails_the_stack(self) -> None:
        self.assertEqual(self.create(self.deployment("none.zip")), "ROLLBACK_COMPLETE")


class AutoDeleteTest(LocalAwsTest):
    def test_a_stack_with_a_full_bucket_can_be_deleted(self) -> None:
        bucket, s3 = f"{self.stack}-bucket", aws("s3")
        self.create(
            {
                "Bucket": {
                    "Type": "AWS::S3::Bucket",
                    "Properties": {"BucketName": bucket, "VersioningConfiguration": {"Status": "Enabled"}},
                },
                "Empty": {"Type": "Custom::S3AutoDeleteObjects", "Properties": {"BucketName": {"Ref": "Bucket"}}},
            }
        )
        for body in (b"1", b"2"):
            s3.put_object(Bucket=bucket, Key="file", Body=body)
        s3.delete_object(Bucket=bucket, Key="file")
        self.cloudformation.delete_stack(StackName=self.stack)
        self.assertNotIn(bucket, [item["Name"] for item in s3.list_buckets()["Buckets"]])


class ExcludedTest(unittest.TestCase):
    def test_a_later_include_wins(self) -> None:
        rules = {"Exclude": ["*"], "Include": ["*.html"]}
        self.assertEqual([custom_resources.excluded(name, rules) for name in ("a.html", "a.js")], [False, True])
