"""Databases and tables that are restored."""

from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError
from local_aws import LocalAwsTest, aws


class RestoresTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        rds = aws("rds")
        self.name = f"r{self.stack}".lower()
        rds.create_db_cluster_parameter_group(DBClusterParameterGroupName=f"{self.name}-16", DBParameterGroupFamily="aurora-postgresql16", Description="x")
        rds.create_db_cluster_parameter_group(DBClusterParameterGroupName=f"{self.name}-17", DBParameterGroupFamily="aurora-postgresql17", Description="x")
        rds.create_db_parameter_group(DBParameterGroupName=f"{self.name}-i17", DBParameterGroupFamily="postgres17", Description="x")
        rds.create_db_cluster(DBClusterIdentifier=self.name, Engine="aurora-postgresql", EngineVersion="16.9", MasterUsername="me", ManageMasterUserPassword=True)
        rds.create_db_instance(
            DBInstanceIdentifier=f"{self.name}-i", Engine="postgres", EngineVersion="16.10", DBInstanceClass="db.t4g.micro", AllocatedStorage=20,
            MasterUsername="me", ManageMasterUserPassword=True, BackupRetentionPeriod=7,
        )  # fmt: skip
        rds.create_db_cluster_snapshot(DBClusterIdentifier=self.name, DBClusterSnapshotIdentifier=f"{self.name}-s")
        rds.create_db_snapshot(DBInstanceIdentifier=f"{self.name}-i", DBSnapshotIdentifier=f"{self.name}-is")

    def cluster(self, name: str) -> Any:
        return aws("rds").describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]

    def test_a_restored_cluster_has_no_instance_and_no_password_of_rdss_until_it_is_asked_for(self) -> None:
        rds, new = aws("rds"), f"{self.name}-new"
        rds.restore_db_cluster_from_snapshot(
            DBClusterIdentifier=new, SnapshotIdentifier=f"{self.name}-s", Engine="aurora-postgresql", EngineVersion="16.9", DeletionProtection=True,
            DBClusterParameterGroupName=f"{self.name}-16", Tags=[{"Key": "a", "Value": "b"}],
        )  # fmt: skip
        found = self.cluster(new)
        self.assertEqual((found["DBClusterMembers"], found["TagList"], found["DeletionProtection"]), ([], [{"Key": "a", "Value": "b"}], True))
        self.assertNotIn("MasterUserSecret", found)
        rds.modify_db_cluster(DBClusterIdentifier=new, ManageMasterUserPassword=True, ApplyImmediately=True)
        self.assertNotEqual(self.cluster(new)["MasterUserSecret"]["SecretArn"], self.cluster(self.name)["MasterUserSecret"]["SecretArn"])

    def test_a_cluster_is_restored_to_moments_of_which_there_is_a_backup(self) -> None:
        restore, now = aws("rds").restore_db_cluster_to_point_in_time, datetime.now(UTC)
        for wrong in (now + timedelta(hours=1), now - timedelta(days=40)):
            self.assertRaisesRegex(
                ClientError, "cannot be restored", restore, DBClusterIdentifier=f"{self.name}-m", SourceDBClusterIdentifier=self.name, RestoreToTime=wrong
            )
        restore(DBClusterIdentifier=f"{self.name}-m", SourceDBClusterIdentifier=self.name, UseLatestRestorableTime=True)
        self.assertNotIn("MasterUserSecret", self.cluster(f"{self.name}-m"))

    def test_an_instance_is_restored_without_a_password_of_rdss(self) -> None:
        rds = aws("rds")
        rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier=f"{self.name}-n", DBSnapshotIdentifier=f"{self.name}-is")
        rds.restore_db_instance_to_point_in_time(
            SourceDBInstanceIdentifier=f"{self.name}-i", TargetDBInstanceIdentifier=f"{self.name}-m", UseLatestRestorableTime=True
        )
        for name in (f"{self.name}-n", f"{self.name}-m"):
            self.assertNotIn("MasterUserSecret", rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0])
        self.assertRaisesRegex(
            ClientError, "cannot be restored", rds.restore_db_instance_to_point_in_time,
            SourceDBInstanceIdentifier=f"{self.name}-i", TargetDBInstanceIdentifier=f"{self.name}-o", RestoreTime=datetime.now(UTC) - timedelta(days=40),
        )  # fmt: skip

    def test_a_parameter_group_of_another_major_version_is_refused(self) -> None:
        rds = aws("rds")
        self.assertRaisesRegex(
            ClientError, "cannot be used for this instance", rds.restore_db_cluster_from_snapshot,
            DBClusterIdentifier=f"{self.name}-x", SnapshotIdentifier=f"{self.name}-s", Engine="aurora-postgresql", DBClusterParameterGroupName=f"{self.name}-17",
        )  # fmt: skip
        self.assertRaisesRegex(
            ClientError, "cannot be used for this instance", rds.restore_db_instance_from_db_snapshot,
            DBInstanceIdentifier=f"{self.name}-x", DBSnapshotIdentifier=f"{self.name}-is", DBParameterGroupName=f"{self.name}-i17",
        )  # fmt: skip

    def test_a_table_is_restored_to_a_moment_where_that_is_on(self) -> None:
        db, new = aws("dynamodb"), f"{self.name}-new"
        db.create_table(
            TableName=self.name, AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}], BillingMode="PAY_PER_REQUEST",
        )  # fmt: skip
        with self.assertRaisesRegex(ClientError, "PointInTimeRecoveryUnavailable"):
            db.restore_table_to_point_in_time(SourceTableName=self.name, TargetTableName=new, UseLatestRestorableTime=True)
        db.update_continuous_backups(TableName=self.name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
        with self.assertRaisesRegex(ClientError, "InvalidRestoreTime"):
            db.restore_table_to_point_in_time(SourceTableName=self.name, TargetTableName=new, RestoreDateTime=datetime.now(UTC) - timedelta(days=1))
        recovery = db.describe_continuous_backups(TableName=self.name)["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
        self.assertLess(recovery["EarliestRestorableDateTime"], recovery["LatestRestorableDateTime"])
        db.restore_table_to_point_in_time(SourceTableName=self.name, TargetTableName=new, UseLatestRestorableTime=True)
        self.assertTrue(db.describe_table(TableName=new)["Table"]["RestoreSummary"]["SourceTableArn"].endswith(f"/{self.name}"))
