"""Sessions in running tasks: what they are started with, and what is refused."""

from typing import Any

from botocore.exceptions import ClientError
from local_aws import LocalAwsTest, aws
from test_pages import ask


class SessionsTest(LocalAwsTest):
    def task(self, *, enabled: bool) -> Any:
        container = {"Name": "main", "Image": "nginx:1", "Memory": "256"}
        service = {"Cluster": {"Ref": "Cluster"}, "ServiceName": "api", "TaskDefinition": {"Ref": "Task"}, "DesiredCount": 1}
        resources = {
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}},
            "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": self.stack, "ContainerDefinitions": [container]}},
            "Service": {"Type": "AWS::ECS::Service", "Properties": {**service, "EnableExecuteCommand": enabled}},
        }
        self.assertEqual(self.create(resources), "CREATE_COMPLETE")
        ecs = aws("ecs")
        return ecs.describe_tasks(cluster=self.stack, tasks=ecs.list_tasks(cluster=self.stack)["taskArns"])["tasks"][0]

    def execute(self, task: Any, **more: Any) -> Any:
        given = {"cluster": self.stack, "task": task["taskArn"], "command": "/bin/sh", "interactive": True}
        return aws("ecs").execute_command(**{**given, **more})

    def forward(self, target: str, **more: Any) -> Any:
        given = {"DocumentName": "AWS-StartPortForwardingSessionToRemoteHost", "Parameters": {"host": ["db"], "portNumber": ["5432"]}}
        return aws("ssm").start_session(Target=target, **{**given, **more})

    def test_a_task_that_takes_sessions_is_entered(self) -> None:
        task = self.task(enabled=True)
        container = task["containers"][0]
        self.assertEqual((task["enableExecuteCommand"], container["managedAgents"][0]["lastStatus"]), (True, "RUNNING"))
        answer = self.execute(task)
        self.assertEqual((answer["containerName"], answer["taskArn"]), ("main", task["taskArn"]))
        self.assertTrue(answer["session"]["sessionId"].startswith("ecs-execute-command-"))
        self.assertEqual(ask("sessions")[answer["session"]["sessionId"]], "/bin/sh")
        target = f"ecs:{self.stack}_{task['taskArn'].rsplit('/', 1)[-1]}_{container['runtimeId']}"
        self.assertTrue(self.forward(target)["TokenValue"])
        refused = aws("ecs").exceptions.InvalidParameterException
        self.assertRaisesRegex(refused, "only mode", self.execute, task, interactive=False)
        self.assertRaisesRegex(refused, "other was not found", self.execute, task, container="other")
        self.assertRaisesRegex(refused, "task was not found", self.execute, {"taskArn": "0" * 32})
        self.assertRaises(aws("ecs").exceptions.ClusterNotFoundException, self.execute, task, cluster="none")
        self.assertRaisesRegex(ClientError, "TargetNotConnected", self.forward, f"{target}0")
        self.assertRaisesRegex(ClientError, "InvalidDocument", self.forward, target, DocumentName="AWS-Other")
        self.assertRaisesRegex(ClientError, "InvalidParameters", self.forward, target, Parameters={"hosts": ["db"]})

    def test_a_task_that_takes_none_is_not(self) -> None:
        task = self.task(enabled=False)
        self.assertNotIn("managedAgents", task["containers"][0])
        self.assertRaisesRegex(aws("ecs").exceptions.InvalidParameterException, "not enabled", self.execute, task)
        target = f"ecs:{self.stack}_{task['taskArn'].rsplit('/', 1)[-1]}_{task['containers'][0]['runtimeId']}"
        self.assertRaisesRegex(ClientError, "TargetNotConnected", self.forward, target)
