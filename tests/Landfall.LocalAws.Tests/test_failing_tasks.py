"""Services whose tasks fail on demand: what AWS tells of them meanwhile, and how the stack's change ends."""

import time
from typing import Any

from local_aws import aws
from task_page import TaskPageTest


class FailingTasksTest(TaskPageTest):
    def fail(self, seconds: float) -> None:
        self.page(
            cluster=self.stack, service="api", exitCode=3, log=["starting", "no database"], seconds=seconds,
            containerReason="OutOfMemoryError: Container killed due to memory usage",
        )  # fmt: skip

    def resources(self, image: str) -> dict[str, Any]:
        options = {"awslogs-group": {"Ref": "Log"}, "awslogs-region": "us-east-1", "awslogs-stream-prefix": "api"}
        container = {"Name": "main", "Image": image, "Memory": "256", "LogConfiguration": {"LogDriver": "awslogs", "Options": options}}
        return {
            "Log": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": f"/{self.stack}"}},
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}},
            "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": self.stack, "ContainerDefinitions": [container]}},
            "Service": {
                "Type": "AWS::ECS::Service",
                "Properties": {"Cluster": {"Ref": "Cluster"}, "ServiceName": "api", "TaskDefinition": {"Ref": "Task"}},
            },
        }

    def wait_for(self, status: str) -> None:
        end = time.monotonic() + 20
        while self.description()["StackStatus"] != status and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(self.description()["StackStatus"], status)

    def test_a_creation_goes_on_while_tasks_fail_and_then_rolls_back(self) -> None:
        self.fail(seconds=1.5)
        self.assertEqual(self.create(self.resources("one")), "CREATE_IN_PROGRESS")
        tasks = aws("ecs").list_tasks(cluster=self.stack, serviceName="api", desiredStatus="STOPPED")["taskArns"]
        task = aws("ecs").describe_tasks(cluster=self.stack, tasks=tasks)["tasks"][0]
        self.assertEqual((task["stopCode"], task["containers"][0]["exitCode"]), ("EssentialContainerExited", 3))
        stream = f"api/main/{task['taskArn'].rsplit('/', 1)[-1]}"
        events = aws("logs").get_log_events(logGroupName=f"/{self.stack}", logStreamName=stream)["events"]
        self.assertEqual([event["message"] for event in events], ["starting", "no database"])
        shown = self.cloudformation.describe_stack_events(StackName=self.stack)["StackEvents"][0]
        self.assertEqual((shown["ResourceStatus"], shown["ResourceStatusReason"]), ("CREATE_IN_PROGRESS", "Resource creation Initiated"))
        self.assertTrue(shown["PhysicalResourceId"].endswith(f"service/{self.stack}/api"), shown)
        self.wait_for("ROLLBACK_COMPLETE")
        self.assertTrue(any("Circuit Breaker" in reason for reason in self.reasons()), self.reasons())

    def test_an_update_that_is_cancelled_rolls_back_at_once(self) -> None:
        self.create(self.resources("one"))
        self.fail(seconds=60)
        self.assertEqual(self.update(self.resources("two")), "UPDATE_IN_PROGRESS")
        self.cloudformation.cancel_update_stack(StackName=self.stack)
        self.wait_for("UPDATE_ROLLBACK_COMPLETE")
        service = aws("ecs").describe_services(cluster=self.stack, services=["api"])["services"][0]
        self.assertTrue(service["taskDefinition"].endswith(":1"), service["taskDefinition"])

    def test_a_creation_can_be_deleted_meanwhile(self) -> None:
        self.fail(seconds=60)
        self.create(self.resources("one"))
        identity = self.description()["StackId"]
        self.cloudformation.delete_stack(StackName=self.stack)
        self.assertEqual(self.description(identity)["StackStatus"], "DELETE_COMPLETE")

    def test_tasks_that_recover_let_the_change_end(self) -> None:
        self.fail(seconds=60)
        self.assertEqual(self.create(self.resources("one")), "CREATE_IN_PROGRESS")
        self.page(clear=True)
        self.wait_for("CREATE_COMPLETE")
