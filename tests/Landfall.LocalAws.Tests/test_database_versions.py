"""What RDS says of the versions of its engines."""

import unittest

from local_aws import aws


class DatabaseVersionTest(unittest.TestCase):
    def test_one_engine_has_its_versions(self) -> None:
        found = aws("rds").describe_db_engine_versions(Engine="aurora-mysql")["DBEngineVersions"]
        self.assertEqual({"aurora-mysql"}, {version["Engine"] for version in found})
        self.assertIn("8.0.mysql_aurora.3.10.0", [version["EngineVersion"] for version in found])

    def test_without_an_engine_there_are_all(self) -> None:
        found = aws("rds").describe_db_engine_versions()["DBEngineVersions"]
        self.assertLess({"mysql", "postgres", "aurora-postgresql"}, {version["Engine"] for version in found})

    def test_unknown_engine_has_none(self) -> None:
        self.assertEqual([], aws("rds").describe_db_engine_versions(Engine="nothing")["DBEngineVersions"])
