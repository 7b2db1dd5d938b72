"""What AWS refuses, in its words."""

import json
from typing import Any

from local_aws import LocalAwsTest, aws, queue


def network() -> dict[str, Any]:
    """A VPC with two subnets, a security group and a way to the internet."""
    subnets = {
        f"Subnet{number}": {
            "Type": "AWS::EC2::Subnet",
            "Properties": {"VpcId": {"Ref": "Vpc"}, "CidrBlock": f"10.7.{number}.0/24", "AvailabilityZone": f"us-east-1{zone}"},
        }
        for number, zone in enumerate("ab")
    }
    return {
        "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.7.0.0/16"}},
        **subnets,
        "Group": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"GroupDescription": "g", "VpcId": {"Ref": "Vpc"}}},
        "Gateway": {"Type": "AWS::EC2::InternetGateway", "Properties": {}},
        "Attachment": {
            "Type": "AWS::EC2::VPCGatewayAttachment",
            "Properties": {"VpcId": {"Ref": "Vpc"}, "InternetGatewayId": {"Ref": "Gateway"}},
        },
    }


class RefusalTest(LocalAwsTest):
    def refused(self, resources: dict[str, Any], text: str, *, stack: str = "") -> None:
        """An update that fails with these words and leaves everything as it was."""
        before = self.physical_ids()
        self.assertEqual(self.update(resources, stack=stack), "UPDATE_ROLLBACK_COMPLETE", self.reasons())
        self.assertTrue(any(text in reason for reason in self.reasons()), self.reasons())
        self.assertEqual(self.physical_ids(), before)

    def failed_deletion(self, text: str) -> None:
        """A deletion of the stack that fails with these words."""
        self.cloudformation.delete_stack(StackName=self.stack)
        self.assertEqual(self.description()["StackStatus"], "DELETE_FAILED")
        self.assertTrue(any(text in reason for reason in self.reasons()), self.reasons())

    def create_complete(self, resources: dict[str, Any], *, stack: str = "") -> None:
        self.assertEqual(self.create(resources, stack=stack), "CREATE_COMPLETE", self.reasons() if not stack else "")


class NameTest(RefusalTest):
    def test_a_name_that_is_taken_is_refused(self) -> None:
        name = self.stack
        group = {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": f"/{name}"}}
        role = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        cases: dict[str, dict[str, Any]] = {
            "Queue": queue(name),
            "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": name}},
            "LogGroup": group,
            "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": name}},
            "Parameter": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": f"/{name}/x", "Type": "String", "Value": "1"}},
            "Repository": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": name}},
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": name}},
            "Role": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": name, "AssumeRolePolicyDocument": role}},
            "Alarm": {
                "Type": "AWS::CloudWatch::Alarm",
                "Properties": {
                    "AlarmName": name, "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1,
                    "MetricName": "m", "Namespace": "n", "Period": 60, "Statistic": "Sum", "Threshold": 1,
                },
            },
        }  # fmt: skip
        self.create_complete(cases)
        for logical_id, definition in cases.items():
            other = f"{self.stack}-{logical_id.lower()}"
            with self.subTest(type=definition["Type"]):
                self.assertEqual(self.create({"Again": definition}, stack=other), "ROLLBACK_COMPLETE")
                events = self.cloudformation.describe_stack_events(StackName=other)["StackEvents"]
                reasons = [event.get("ResourceStatusReason", "") for event in events]
                self.assertTrue(any("already" in reason and "exist" in reason for reason in reasons), reasons)
        self.assertEqual(set(self.physical_ids()), set(cases))

    def test_a_name_that_only_a_stack_knows_is_taken_too(self) -> None:
        name = self.stack
        vpc = aws("ec2").create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
        trust = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        role = aws("iam").create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
        machine = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})
        config = {"Comment": "", "Runtime": "cloudfront-js-2.0"}
        control = {"Name": name, "OriginAccessControlOriginType": "s3", "SigningBehavior": "always", "SigningProtocol": "sigv4"}
        schedule = {"ScheduleExpression": "rate(1 hour)", "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": role, "RoleArn": role}}
        visible = {"CloudWatchMetricsEnabled": True, "SampledRequestsEnabled": True, "MetricName": "m"}
        cases: dict[str, dict[str, Any]] = {
            "AWS::CloudFront::Function": {"Name": name, "FunctionCode": "x", "FunctionConfig": config, "AutoPublish": True},
            "AWS::CloudFront::OriginAccessControl": {"OriginAccessControlConfig": control},
            "AWS::CloudFront::ResponseHeadersPolicy": {"ResponseHeadersPolicyConfig": {"Name": name}},
            "AWS::CloudWatch::AlarmMuteRule": {"Name": name, "Rule": {"Schedule": {"Expression": "cron(0 2 * * *)", "Duration": "PT4H"}}},
            "AWS::Scheduler::Schedule": {"Name": name, **schedule},
            "AWS::SecretsManager::Secret": {"Name": name},
            "AWS::ServiceDiscovery::PrivateDnsNamespace": {"Name": f"{name}.local", "Vpc": vpc},
            "AWS::StepFunctions::StateMachine": {"StateMachineName": name, "DefinitionString": machine, "RoleArn": role},
            "AWS::WAFv2::WebACL": {"Name": name, "Scope": "REGIONAL", "DefaultAction": {"Allow": {}}, "Rules": [], "VisibilityConfig": visible},
        }
        resources = {kind.split(":")[-1]: {"Type": kind, "Properties": properties} for kind, properties in cases.items()}
        self.create_complete(resources)
        for logical_id, definition in resources.items():
            other = f"{self.stack}-{logical_id.lower()}"
            with self.subTest(type=definition["Type"]):
                self.assertEqual(self.create({"Again": definition}, stack=other), "ROLLBACK_COMPLETE")

    def test_one_rule_of_a_group_is_refused_a_second_time(self) -> None:
        rule = {
            "Type": "AWS::EC2::SecurityGroupIngress",
            "Properties": {"GroupId": {"Fn::GetAtt": ["Group", "GroupId"]}, "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "0.0.0.0/0"},
        }
        base = network()
        self.create_complete({**base, "Rule": rule})
        self.refused({**base, "Rule": rule, "Again": rule}, "already exists")

    def test_policies_of_a_role_have_one_size_together(self) -> None:
        def policy(number: int) -> dict[str, Any]:
            arns = [f"arn:aws:dynamodb:us-east-1:123456789012:table/{index:020}" for index in range(90)]
            document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": arns}]}
            return {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": f"p{number}", "PolicyDocument": document, "Roles": [{"Ref": "Role"}]}}

        trust = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        base = {"Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": trust}}, "One": policy(1)}
        self.create_complete(base)
        self.refused({**base, "Two": policy(2)}, "Maximum policy size of 10240 bytes exceeded for role")

    def test_a_name_that_was_deleted_is_free(self) -> None:
        cluster = {"Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}}}
        self.create_complete(cluster)
        self.cloudformation.delete_stack(StackName=self.stack)
        self.create_complete(cluster)


class DataTest(RefusalTest):
    def table(self, *indexes: str, projection: str = "ALL") -> dict[str, Any]:
        made = [
            {"IndexName": index, "KeySchema": [{"AttributeName": index, "KeyType": "HASH"}], "Projection": {"ProjectionType": projection}}
            for index in indexes
        ]
        return {
            "Table": {
                "Type": "AWS::DynamoDB::Table",
                "Properties": {
                    "TableName": self.stack,
                    "BillingMode": "PAY_PER_REQUEST",
                    "AttributeDefinitions": [{"AttributeName": name, "AttributeType": "S"} for name in ("id", *indexes)],
                    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                    **({"GlobalSecondaryIndexes": made} if made else {}),
                },
            }
        }

    def indexes(self) -> set[str]:
        table = aws("dynamodb").describe_table(TableName=self.stack)["Table"]
        return {index["IndexName"] for index in table.get("GlobalSecondaryIndexes", [])}

    def test_one_index_at_a_time(self) -> None:
        self.create_complete(self.table())
        self.assertEqual(self.update(self.table("by-a")), "UPDATE_COMPLETE")
        self.assertEqual(self.indexes(), {"by-a"})
        self.refused(self.table("by-a", "by-b", "by-c"), "Cannot perform more than one GSI creation or deletion in a single update")
        self.refused(self.table("by-b"), "Cannot perform more than one GSI creation or deletion in a single update")
        self.refused(self.table("by-a", projection="KEYS_ONLY"), "Cannot update GSI's properties other than")
        self.assertEqual(self.indexes(), {"by-a"})
        self.assertEqual(self.update(self.table()), "UPDATE_COMPLETE")
        self.assertEqual(self.indexes(), set())

    def test_another_attribute_of_expiry_has_to_wait(self) -> None:
        def table(attribute: str) -> dict[str, Any]:
            given = self.table()
            if attribute:
                given["Table"]["Properties"]["TimeToLiveSpecification"] = {"AttributeName": attribute, "Enabled": True}
            return given

        self.create_complete(table("at"))
        self.refused(table("until"), "TimeToLive is active on a different AttributeName: current AttributeName is at")
        self.assertEqual(self.update(table("")), "UPDATE_COMPLETE")
        self.assertEqual(self.update(table("until")), "UPDATE_COMPLETE")

    def test_a_protected_table_stays(self) -> None:
        table = self.table()
        table["Table"]["Properties"]["DeletionProtectionEnabled"] = True
        self.create_complete(table)
        self.failed_deletion("protected against deletion")

    def database(self, version: str, **more: Any) -> dict[str, Any]:
        properties = {
            "DBInstanceIdentifier": self.stack, "Engine": "postgres", "EngineVersion": version, "DBInstanceClass": "db.t4g.micro",
            "AllocatedStorage": "20", "MasterUsername": "admin1", "MasterUserPassword": "secret-12345", **more,
        }  # fmt: skip
        return {"Db": {"Type": "AWS::RDS::DBInstance", "Properties": properties}}

    def test_a_major_version_has_to_be_allowed(self) -> None:
        self.create_complete(self.database("15.4"))
        self.assertEqual(self.update(self.database("15.6")), "UPDATE_COMPLETE")
        self.refused(self.database("16.2"), "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.")
        self.refused(self.database("15.4"), "Cannot upgrade postgres from 15.6 to 15.4")
        self.assertEqual(self.update(self.database("16.2", AllowMajorVersionUpgrade=True)), "UPDATE_COMPLETE")

    def test_storage_only_grows(self) -> None:
        self.create_complete(self.database("15.4", AllocatedStorage="40"))
        self.assertEqual(self.update(self.database("15.4", AllocatedStorage="50")), "UPDATE_COMPLETE")
        self.refused(self.database("15.4", AllocatedStorage="40"), "It cannot be reduced.")

    def test_a_protected_database_stays_until_protection_is_off(self) -> None:
        self.create_complete(self.database("15.4", DeletionProtection=True))
        self.failed_deletion("Cannot delete protected DB Instance")
        aws("rds").modify_db_instance(DBInstanceIdentifier=self.stack, DeletionProtection=False)
        self.cloudformation.delete_stack(StackName=self.stack)
        self.assertNotIn(self.stack, [item["DBInstanceIdentifier"] for item in aws("rds").describe_db_instances()["DBInstances"]])

    def test_a_repository_with_images_stays_unless_its_template_says_otherwise(self) -> None:
        def repository(empties: bool) -> dict[str, Any]:
            return {"Repo": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": self.stack, "EmptyOnDelete": empties}}}

        self.create_complete(repository(False))
        manifest = '{"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "layers": []}'
        aws("ecr").put_image(repositoryName=self.stack, imageManifest=manifest, imageTag="one")
        self.failed_deletion("cannot be deleted because it still contains images")

    def test_a_user_pool_keeps_its_sign_in_and_its_protection(self) -> None:
        def pool(*names: str, protection: str = "ACTIVE") -> dict[str, Any]:
            properties = {"UserPoolName": self.stack, "UsernameAttributes": list(names), "DeletionProtection": protection}
            return {"Pool": {"Type": "AWS::Cognito::UserPool", "Properties": properties}}

        self.create_complete(pool("email"))
        self.refused(pool("phone_number"), "Updates are not allowed for property - UsernameAttributes.")
        self.failed_deletion("deletion protection is activated")


class NetworkTest(RefusalTest):
    def other(self, resources: dict[str, Any]) -> None:
        """Resources of another stack, in this one's network."""
        self.create_complete(resources, stack=f"{self.stack}-other")

    def delete_other(self) -> None:
        self.cloudformation.delete_stack(StackName=f"{self.stack}-other")

    def test_a_database_does_not_move_to_other_subnets(self) -> None:
        def subnets(*names: str) -> dict[str, Any]:
            properties = {"DBSubnetGroupDescription": "g", "SubnetIds": [{"Ref": name} for name in names]}
            more = {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.7.7.0/24", "AvailabilityZone": "us-east-1c"}}
            return {**network(), "Subnet2": more, "Subnets": {"Type": "AWS::RDS::DBSubnetGroup", "Properties": properties}}

        self.create_complete(subnets("Subnet0", "Subnet1"))
        self.assertEqual(self.update(subnets("Subnet1", "Subnet2")), "UPDATE_COMPLETE")
        self.refused(subnets("Subnet0"), "Some of the subnets to be deleted are currently in use.")

    def test_a_network_that_is_used_stays(self) -> None:
        self.create_complete(network())
        ids = self.physical_ids()
        self.other(
            {
                "Balancer": {
                    "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
                    "Properties": {
                        "Name": self.stack,
                        "Scheme": "internet-facing",
                        "Subnets": [ids["Subnet0"], ids["Subnet1"]],
                        "SecurityGroups": [ids["Group"]],
                    },
                }
            }
        )
        self.failed_deletion("[Attachment, Gateway, Group")
        reasons = "\n".join(self.reasons())
        self.assertIn(f"resource {ids['Group']} has a dependent object", reasons)
        self.assertIn(f"The subnet '{ids['Subnet0']}' has dependencies and cannot be deleted.", reasons)
        self.assertIn(f"Network {ids['Vpc']} has some mapped public address(es).", reasons)
        self.assertIn(f"The vpc '{ids['Vpc']}' has dependencies and cannot be deleted.", reasons)
        self.delete_other()
        self.cloudformation.delete_stack(StackName=self.stack)
        self.assertNotIn(ids["Vpc"], [vpc["VpcId"] for vpc in aws("ec2").describe_vpcs()["Vpcs"]])

    def balancer(self) -> dict[str, Any]:
        return {
            **network(),
            "Balancer": {
                "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
                "Properties": {"Name": self.stack, "Subnets": [{"Ref": "Subnet0"}, {"Ref": "Subnet1"}]},
            },
            "Listener": {
                "Type": "AWS::ElasticLoadBalancingV2::Listener",
                "Properties": {
                    "LoadBalancerArn": {"Ref": "Balancer"}, "Port": 80, "Protocol": "HTTP",
                    "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}],
                },
            },
        }  # fmt: skip

    def rule(self, priority: int, path: str, group: str) -> dict[str, Any]:
        return {
            "Type": "AWS::ElasticLoadBalancingV2::ListenerRule",
            "Properties": {
                "ListenerArn": {"Ref": "Listener"}, "Priority": priority,
                "Conditions": [{"Field": "path-pattern", "Values": [path]}],
                "Actions": [{"Type": "forward", "TargetGroupArn": {"Ref": group}}],
            },
        }  # fmt: skip

    def group(self, name: str) -> dict[str, Any]:
        properties = {"Name": f"{self.stack}-{name}", "Port": 80, "Protocol": "HTTP", "TargetType": "ip", "VpcId": {"Ref": "Vpc"}}
        return {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup", "Properties": properties}

    def test_a_priority_belongs_to_one_rule(self) -> None:
        base = {**self.balancer(), "A": self.group("a")}
        self.create_complete({**base, "One": self.rule(1, "/a", "A"), "Two": self.rule(2, "/b", "A")})
        self.refused({**base, "One": self.rule(2, "/a", "A"), "Two": self.rule(1, "/b", "A")}, "The specified priority is in use.")
        self.refused(
            {**base, "One": self.rule(1, "/a", "A"), "Two": self.rule(2, "/b", "A"), "New": self.rule(2, "/c", "A")},
            "The specified priority is in use.",
        )
        rule = self.physical_ids()["One"]
        self.assertEqual(self.update({**base, "One": self.rule(9, "/a", "A"), "Two": self.rule(2, "/b", "A")}), "UPDATE_COMPLETE")
        self.assertEqual(self.physical_ids()["One"], rule)
        self.assertEqual(aws("elbv2").describe_rules(RuleArns=[rule])["Rules"][0]["Priority"], "9")

    def test_a_target_group_belongs_to_one_balancer(self) -> None:
        written = json.dumps(self.balancer()).replace('"Balancer"', '"Second"').replace('"Listener"', '"SecondListener"')
        other = {name: definition for name, definition in json.loads(written).items() if name in ("Second", "SecondListener")}
        other["Second"]["Properties"]["Name"] = f"{self.stack}-second"
        second = {**self.rule(1, "/a", "A"), "Properties": {**self.rule(1, "/a", "A")["Properties"], "ListenerArn": {"Ref": "SecondListener"}}}
        base = {**self.balancer(), **other, "A": self.group("a"), "B": self.group("b")}
        self.create_complete({**base, "One": self.rule(1, "/a", "A")})
        self.refused({**base, "One": second}, "cannot be associated with more than one load balancer")
        self.refused({**base, "One": self.rule(1, "/a", "A"), "Two": second}, "cannot be associated with more than one load balancer")
        self.assertEqual(self.update({**base, "One": self.rule(1, "/a", "B"), "Three": self.rule(2, "/c", "A")}), "UPDATE_COMPLETE")

    def test_a_protected_balancer_stays(self) -> None:
        resources = self.balancer()
        resources["Balancer"]["Properties"]["LoadBalancerAttributes"] = [{"Key": "deletion_protection.enabled", "Value": "true"}]
        self.create_complete(resources)
        self.failed_deletion("cannot be deleted because deletion protection is enabled")

    def test_a_service_needs_a_target_group_that_gets_traffic(self) -> None:
        service = {
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}},
            "Task": {
                "Type": "AWS::ECS::TaskDefinition",
                "Properties": {"Family": self.stack, "ContainerDefinitions": [{"Name": "main", "Image": "nginx", "Memory": 256}]},
            },
            "Service": {
                "Type": "AWS::ECS::Service",
                "DependsOn": ["Rule"],
                "Properties": {
                    "Cluster": {"Ref": "Cluster"}, "ServiceName": "api", "TaskDefinition": {"Ref": "Task"},
                    "LoadBalancers": [{"TargetGroupArn": {"Ref": "A"}, "ContainerName": "main", "ContainerPort": 80}],
                },
            },
        }  # fmt: skip
        base = {**self.balancer(), "A": self.group("a"), "B": self.group("b"), "Rule": self.rule(1, "/a", "B")}
        self.create_complete(base)
        self.refused({**base, **service}, "does not have an associated load balancer.")
        whole = {**base, **service, "Rule": self.rule(1, "/a", "A")}
        self.assertEqual(self.update(whole), "UPDATE_COMPLETE", self.reasons())

    def test_a_cluster_with_services_stays(self) -> None:
        self.create_complete({"Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}}})
        self.other(
            {
                "Task": {
                    "Type": "AWS::ECS::TaskDefinition",
                    "Properties": {"Family": self.stack, "ContainerDefinitions": [{"Name": "main", "Image": "nginx", "Memory": 256}]},
                },
                "Service": {
                    "Type": "AWS::ECS::Service",
                    "Properties": {"Cluster": self.stack, "ServiceName": "api", "TaskDefinition": {"Ref": "Task"}},
                },
            }
        )
        self.failed_deletion("The Cluster cannot be deleted while Services are active.")
        self.delete_other()
        self.cloudformation.delete_stack(StackName=self.stack)
