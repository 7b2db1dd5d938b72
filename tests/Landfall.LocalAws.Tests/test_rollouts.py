"""Rollouts that pause: what ECS tells of them meanwhile, and what a decision does to the stack."""

import time
from typing import Any

from local_aws import LocalAwsTest, aws


class RolloutsTest(LocalAwsTest):
    def resources(self, image: str, minutes: int = 60, action: str = "ROLLBACK") -> dict[str, Any]:
        hook = {"TargetType": "PAUSE", "LifecycleStages": ["POST_SCALE_UP"], "TimeoutConfiguration": {"TimeoutInMinutes": minutes, "Action": action}}
        return self.service(image, hook)

    def paused(self) -> Any:
        listed = aws("ecs").list_service_deployments(cluster=self.stack, service="api", status=["IN_PROGRESS"])["serviceDeployments"]
        arns = [item["serviceDeploymentArn"] for item in listed]
        return aws("ecs").describe_service_deployments(serviceDeploymentArns=arns)["serviceDeployments"][0] if arns else None

    def waiting(self) -> Any:
        end = time.monotonic() + 20
        while self.paused() is None and time.monotonic() < end:
            time.sleep(0.05)
        return self.paused()

    def decide(self, action: str) -> None:
        found = self.waiting()
        aws("ecs").continue_service_deployment(
            serviceDeploymentArn=found["serviceDeploymentArn"], hookId=found["lifecycleHookDetails"][0]["hookId"], action=action
        )

    def wait_for(self, status: str) -> None:
        end = time.monotonic() + 20
        while self.description()["StackStatus"] != status and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(self.description()["StackStatus"], status)

    def image(self) -> str:
        service = aws("ecs").describe_services(cluster=self.stack, services=["api"])["services"][0]
        return aws("ecs").describe_task_definition(taskDefinition=service["taskDefinition"])["taskDefinition"]["containerDefinitions"][0]["image"]

    def test_an_update_waits_until_somebody_lets_it_go_on(self) -> None:
        self.assertEqual(self.create(self.resources("one")), "CREATE_COMPLETE")
        self.assertIsNone(self.paused())
        self.update(self.resources("two"))
        found = self.waiting()
        self.assertEqual(self.description()["StackStatus"], "UPDATE_IN_PROGRESS")
        detail = found["lifecycleHookDetails"][0]
        self.assertEqual((found["lifecycleStage"], detail["status"], detail["targetType"]), ("POST_SCALE_UP", "AWAITING_ACTION", "PAUSE"))
        self.decide("CONTINUE")
        self.wait_for("UPDATE_COMPLETE")
        self.assertEqual((self.image(), self.paused()), ("two", None))

    def test_a_rollback_rolls_the_stack_back(self) -> None:
        self.create(self.resources("one"))
        self.update(self.resources("two"))
        self.decide("ROLLBACK")
        self.wait_for("UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual(self.image(), "one")

    def test_a_change_that_starts_no_task_does_not_wait(self) -> None:
        self.create(self.resources("one"))
        self.update(self.resources("one", minutes=30))
        self.wait_for("UPDATE_COMPLETE")
        self.assertIsNone(self.paused())

    def test_what_ecs_refuses(self) -> None:
        ecs = aws("ecs")
        self.create(self.resources("one"))
        self.update(self.resources("two"))
        arn = self.waiting()["serviceDeploymentArn"]
        decide = ecs.continue_service_deployment
        self.assertRaises(ecs.exceptions.ServiceDeploymentNotFoundException, decide, serviceDeploymentArn=arn + "x", hookId="h")
        self.assertRaises(ecs.exceptions.InvalidParameterException, decide, serviceDeploymentArn=arn, hookId="another")
        self.decide("CONTINUE")
        self.wait_for("UPDATE_COMPLETE")
