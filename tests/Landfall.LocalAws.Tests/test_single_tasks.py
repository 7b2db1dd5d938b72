"""Tasks that are run by themselves: how they end, and what ECS refuses."""

import json
import time
import urllib.request
from typing import Any

import local_aws
from local_aws import LocalAwsTest, aws


class SingleTasksTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(self.page, clear=True)
        container = {
            "name": "main",
            "image": "x",
            "logConfiguration": {
                "logDriver": "awslogs",
                "options": {"awslogs-group": f"/{self.stack}", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "release"},
            },
        }
        aws("logs").create_log_group(logGroupName=f"/{self.stack}")
        aws("ecs").create_cluster(clusterName=self.stack)
        registered = aws("ecs").register_task_definition(
            family=self.stack, networkMode="awsvpc", requiresCompatibilities=["FARGATE"], cpu="256", memory="512", containerDefinitions=[container]
        )
        self.definition = registered["taskDefinition"]["taskDefinitionArn"]
        subnet = aws("ec2").describe_subnets()["Subnets"][0]
        group = aws("ec2").describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [subnet["VpcId"]]}])["SecurityGroups"][0]["GroupId"]
        self.network = {"awsvpcConfiguration": {"subnets": [subnet["SubnetId"]], "securityGroups": [group]}}

    def page(self, **request: Any) -> Any:
        with urllib.request.urlopen(f"{local_aws.endpoint()}/landfall/single-tasks", json.dumps(request).encode()) as answer:
            return json.load(answer)

    def run_task(self, **more: Any) -> Any:
        given = {"cluster": self.stack, "taskDefinition": self.definition, "networkConfiguration": self.network, "startedBy": "somebody"}
        return aws("ecs").run_task(**{**given, **more})

    def described(self, arn: str) -> Any:
        return aws("ecs").describe_tasks(cluster=self.stack, tasks=[arn])["tasks"][0]

    def listed(self, status: str) -> Any:
        return aws("ecs").list_tasks(cluster=self.stack, family=self.stack, desiredStatus=status)["taskArns"]

    def test_a_task_of_which_nothing_is_said_ends_well(self) -> None:
        arn = self.run_task()["tasks"][0]["taskArn"]
        task = self.described(arn)
        self.assertEqual((task["lastStatus"], task["containers"][0]["exitCode"], task["startedBy"]), ("STOPPED", 0, "somebody"))
        self.assertEqual((self.listed("STOPPED"), self.listed("RUNNING")), ([arn], []))

    def test_a_client_token_starts_one_task_and_no_other(self) -> None:
        arn = self.run_task(clientToken=f"{self.stack}-t")["tasks"][0]["taskArn"]
        self.assertEqual(self.run_task(clientToken=f"{self.stack}-t")["tasks"][0]["taskArn"], arn)
        with self.assertRaises(aws("ecs").exceptions.ConflictException) as raised:
            self.run_task(clientToken=f"{self.stack}-t", startedBy="another")
        self.assertEqual(raised.exception.response["resourceIds"], [arn])

    def test_a_task_runs_for_its_time_and_then_fails_with_its_last_words(self) -> None:
        self.page(cluster=self.stack, family=self.stack, exitCode=3, seconds=0.3, log=["one", "two"], containerReason="because")
        arn = self.run_task()["tasks"][0]["taskArn"]
        self.assertEqual((self.described(arn)["lastStatus"], self.listed("RUNNING")), ("RUNNING", [arn]))
        time.sleep(0.4)
        container = self.described(arn)["containers"][0]
        self.assertEqual((container["exitCode"], container["reason"]), (3, "because"))
        stream = f"release/main/{arn.rsplit('/', 1)[-1]}"
        events = aws("logs").get_log_events(logGroupName=f"/{self.stack}", logStreamName=stream)["events"]
        self.assertEqual([event["message"] for event in events], ["one", "two"])

    def test_a_task_that_is_stopped_says_why(self) -> None:
        self.page(cluster=self.stack, family=self.stack, seconds=60)
        arn = self.run_task()["tasks"][0]["taskArn"]
        aws("ecs").stop_task(cluster=self.stack, task=arn, reason="time is up")
        task = self.described(arn)
        self.assertEqual((task["lastStatus"], task["stopCode"], task["stoppedReason"]), ("STOPPED", "UserInitiated", "time is up"))
        self.assertEqual(task["containers"][0]["exitCode"], 143)

    def test_one_token_starts_one_task(self) -> None:
        first, second = (self.run_task(clientToken=self.stack)["tasks"][0]["taskArn"] for _ in range(2))
        self.assertEqual(first, second)

    def test_what_cannot_be_placed_is_a_failure_and_no_error(self) -> None:
        self.page(cluster=self.stack, family=self.stack, failure="Capacity is unavailable at this time.")
        answer = self.run_task()
        self.assertEqual((answer["tasks"], answer["failures"][0]["reason"]), ([], "Capacity is unavailable at this time."))

    def test_what_a_container_is_given_instead_is_told(self) -> None:
        given = {"containerOverrides": [{"name": "main", "command": ["migrate"], "environment": [{"name": "A", "value": "1"}]}]}
        arn = self.run_task(overrides=given)["tasks"][0]["taskArn"]
        self.assertEqual(self.described(arn)["overrides"]["containerOverrides"], given["containerOverrides"])
        invalid = aws("ecs").exceptions.InvalidParameterException
        other = {"containerOverrides": [{"name": "other"}]}
        long = {"containerOverrides": [{"name": "main", "command": ["x" * 8192]}]}
        self.assertRaisesRegex(invalid, "other is not a container in the TaskDefinition", self.run_task, overrides=other)
        self.assertRaisesRegex(invalid, "at most 8192", self.run_task, overrides=long)

    def test_a_task_starts_when_its_role_may_read_its_secrets(self) -> None:
        role, secrets = f"arn:aws:iam::123456789012:role/{self.stack}", aws("secretsmanager")
        secret = secrets.create_secret(Name=self.stack, SecretString="x")["ARN"]
        container = {"name": "main", "image": "x", "memory": 512, "secrets": [{"name": "KEY", "valueFrom": f"{secret}:KEY::"}]}
        definition = aws("ecs").register_task_definition(
            family=self.stack, networkMode="awsvpc", executionRoleArn=role, containerDefinitions=[container]
        )["taskDefinition"]["taskDefinitionArn"]

        def ended() -> Any:
            task = self.described(self.run_task(taskDefinition=definition)["tasks"][0]["taskArn"])
            return task["stopCode"], task["stoppedReason"].rsplit(": ", 1)[-1], task["containers"][0].get("exitCode")

        self.assertEqual(ended(), ("TaskFailedToStart", secret, None))
        statement = {"Effect": "Allow", "Principal": {"AWS": role}, "Action": "secretsmanager:GetSecretValue", "Resource": "*"}
        for principal, code in (("arn:aws:iam::123456789012:role/other", None), (role, 0)):
            policy = {"Version": "2012-10-17", "Statement": [{**statement, "Principal": {"AWS": principal}}]}
            secrets.put_resource_policy(SecretId=secret, ResourcePolicy=json.dumps(policy))
            self.assertEqual(ended()[2], code)
        secrets.delete_secret(SecretId=secret, ForceDeleteWithoutRecovery=True)
        self.assertIn("can't find", ended()[1])

    def test_what_ecs_refuses(self) -> None:
        ecs = aws("ecs")
        other = {"awsvpcConfiguration": {"subnets": ["subnet-0"], "securityGroups": []}}
        group = {"awsvpcConfiguration": {**self.network["awsvpcConfiguration"], "securityGroups": ["sg-0"]}}
        self.assertRaises(ecs.exceptions.ClusterNotFoundException, self.run_task, cluster="none")
        self.assertRaisesRegex(ecs.exceptions.InvalidParameterException, "subnet ID 'subnet-0'", self.run_task, networkConfiguration=other)
        self.assertRaisesRegex(ecs.exceptions.InvalidParameterException, "group 'sg-0'", self.run_task, networkConfiguration=group)
        self.assertRaisesRegex(ecs.exceptions.InvalidParameterException, "must be provided", self.run_task, networkConfiguration={})
        ecs.deregister_task_definition(taskDefinition=self.definition)
        self.assertRaisesRegex(ecs.exceptions.InvalidParameterException, "inactive", self.run_task)
