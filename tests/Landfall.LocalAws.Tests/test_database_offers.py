"""Instance classes that RDS does not have."""

from typing import Any

from local_aws import LocalAwsTest


def database(name: str) -> dict[str, Any]:
    properties = {
        "Engine": "mysql",
        "DBInstanceClass": name,
        "AllocatedStorage": "20",
        "MasterUsername": "owner",
        "MasterUserPassword": "a-long-password",
    }
    return {"Database": {"Type": "AWS::RDS::DBInstance", "Properties": properties}}


class DatabaseOffersTest(LocalAwsTest):
    def test_create_class_that_rds_does_not_have_is_refused(self) -> None:
        self.assertEqual(self.create(database("db.t4g.mikro")), "ROLLBACK_COMPLETE")
        self.assertTrue(any("Invalid DB Instance class: db.t4g.mikro" in reason for reason in self.reasons()), self.reasons())

    def test_create_class_of_rds_is_made(self) -> None:
        self.assertEqual(self.create(database("db.t4g.micro")), "CREATE_COMPLETE", self.reasons())
