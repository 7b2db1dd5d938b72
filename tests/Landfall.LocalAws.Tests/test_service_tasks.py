"""Tasks of services: ECS tells of as many as are wanted, and of fewer where a page says so."""

from typing import Any

from local_aws import aws
from task_page import TaskPageTest


class ServiceTasksTest(TaskPageTest):
    def deploy(self, count: int) -> None:
        container = {"Name": "main", "Image": "nginx:1", "Memory": "256", "HealthCheck": {"Command": ["CMD-SHELL", "true"]}}
        resources = {
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}},
            "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Family": self.stack, "ContainerDefinitions": [container]}},
            "Service": {
                "Type": "AWS::ECS::Service",
                "Properties": {"Cluster": {"Ref": "Cluster"}, "ServiceName": "api", "TaskDefinition": {"Ref": "Task"}, "DesiredCount": count},
            },
        }
        self.assertEqual(self.create(resources), "CREATE_COMPLETE")

    def service(self) -> Any:
        return aws("ecs").describe_services(cluster=self.stack, services=["api"])["services"][0]

    def running(self) -> Any:
        arns = aws("ecs").list_tasks(cluster=self.stack, serviceName="api")["taskArns"]
        return aws("ecs").describe_tasks(cluster=self.stack, tasks=arns)["tasks"] if arns else []

    def test_a_service_has_the_tasks_that_it_is_to_have(self) -> None:
        self.deploy(2)
        found = self.service()
        self.assertEqual((found["runningCount"], found["pendingCount"], found["deployments"][0]["rolloutState"]), (2, 0, "COMPLETED"))
        self.assertEqual(found["events"][0]["message"], "(service api) has reached a steady state.")
        tasks = self.running()
        self.assertEqual(len({task["taskArn"] for task in tasks}), 2)
        self.assertEqual([task["healthStatus"] for task in tasks], ["HEALTHY", "HEALTHY"])
        self.assertEqual((tasks[0]["group"], tasks[0]["containers"][0]["image"]), ("service:api", "nginx:1"))
        aws("ecs").update_service(cluster=self.stack, service="api", desiredCount=0)
        self.assertEqual((self.service()["runningCount"], self.running()), (0, []))

    def test_tasks_of_what_is_deployed_fail_where_a_page_says_so(self) -> None:
        self.deploy(2)
        events = ["(service api) was unable to place a task."]
        self.page(cluster=self.stack, service="api", running=1, exitCode=3, events=events)
        found = self.service()
        self.assertEqual((found["runningCount"], found["pendingCount"]), (1, 1))
        self.assertEqual([event["message"] for event in found["events"]][:1], events)
        self.assertEqual(len(self.running()), 1)
        stopped = aws("ecs").list_tasks(cluster=self.stack, desiredStatus="STOPPED")["taskArns"]
        task = aws("ecs").describe_tasks(cluster=self.stack, tasks=stopped)["tasks"][0]
        self.assertEqual((task["group"], task["containers"][0]["exitCode"]), ("service:api", 3))

    def test_a_cluster_that_is_not_there_is_refused(self) -> None:
        with self.assertRaises(aws("ecs").exceptions.ClusterNotFoundException):
            aws("ecs").list_tasks(cluster=f"{self.stack}-none")
