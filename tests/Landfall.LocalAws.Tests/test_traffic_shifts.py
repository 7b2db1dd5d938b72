"""Traffic that shifts: what ECS and CloudWatch tell of both versions, and what stopping the deployment does to the stack."""

import time
from datetime import timedelta
from typing import Any

from local_aws import LocalAwsTest, aws
from test_pages import ask


class TrafficShiftsTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        self.script = {
            "cluster": self.stack, "service": "api", "usual": 0.2, "seconds": 20,
            "minutes": [{"new": {"requests": 100, "failures": 20, "slow": 30}, "old": {"requests": 900}}, {"old": {"requests": 800, "failures": 1}}],
        }  # fmt: skip
        self.addCleanup(ask, "traffic-shifts", {"clear": True})

    def resources(self, image: str, strategy: str = "CANARY") -> dict[str, Any]:
        group = {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup", "Properties": {"Protocol": "HTTP", "Port": 80, "VpcId": {"Ref": "Vpc"}, "TargetType": "ip"}}
        subnet = {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "us-east-1a"}}
        other = {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1b"}}
        forward = {"Type": "forward", "TargetGroupArn": {"Ref": "One"}}
        return {
            "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}}, "A": subnet, "B": other, "One": group, "Two": group,
            "Balancer": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": {"Subnets": [{"Ref": "A"}, {"Ref": "B"}], "Scheme": "internal"}},
            "Listener": {
                "Type": "AWS::ElasticLoadBalancingV2::Listener",
                "Properties": {"LoadBalancerArn": {"Ref": "Balancer"}, "Port": 80, "Protocol": "HTTP", "DefaultActions": [forward]},
            },
            "Rule": {
                "Type": "AWS::ElasticLoadBalancingV2::ListenerRule",
                "Properties": {
                    "ListenerArn": {"Ref": "Listener"}, "Priority": 1, "Actions": [forward],
                    "Conditions": [{"Field": "path-pattern", "Values": ["/*"]}],
                },
            },
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": self.stack}},
            "Task": {
                "Type": "AWS::ECS::TaskDefinition",
                "Properties": {"Family": self.stack, "ContainerDefinitions": [{"Name": "main", "Image": image, "Memory": "256"}]},
            },
            "Service": {
                "Type": "AWS::ECS::Service",
                "Properties": {
                    "Cluster": {"Ref": "Cluster"}, "ServiceName": "api", "TaskDefinition": {"Ref": "Task"},
                    "DeploymentConfiguration": {"Strategy": strategy, "CanaryConfiguration": {"CanaryPercent": 5, "CanaryBakeTimeInMinutes": 10}},
                    "LoadBalancers": [{
                        "ContainerName": "main", "ContainerPort": 80, "TargetGroupArn": {"Ref": "One"},
                        "AdvancedConfiguration": {"AlternateTargetGroupArn": {"Ref": "Two"}, "ProductionListenerRule": {"Ref": "Rule"}, "RoleArn": "arn:r"},
                    }],
                },
            },
        }  # fmt: skip

    def shift(self) -> Any:
        """The deployment whose traffic shifts, once there is one."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            listed = aws("ecs").list_service_deployments(cluster=self.stack, service="api", status=["IN_PROGRESS"])["serviceDeployments"]
            if listed:
                arns = [item["serviceDeploymentArn"] for item in listed]
                return aws("ecs").describe_service_deployments(serviceDeploymentArns=arns)["serviceDeployments"][0]
            time.sleep(0.05)
        raise AssertionError("no traffic shifts")

    def wait_for(self, status: str) -> None:
        end = time.monotonic() + 20
        while self.description()["StackStatus"] != status and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(self.description()["StackStatus"], status)

    def begin(self) -> Any:
        self.assertEqual(self.create(self.resources("one")), "CREATE_COMPLETE")
        ask("traffic-shifts", self.script)
        self.update(self.resources("two"))
        return self.shift()

    def groups(self, shift: Any) -> list[str]:
        """The target groups of the old and of the new version."""
        arns = [shift["sourceServiceRevisions"][0]["arn"], shift["targetServiceRevision"]["arn"]]
        revisions = aws("ecs").describe_service_revisions(serviceRevisionArns=arns)["serviceRevisions"]
        self.assertEqual([item["serviceRevisionArn"] for item in revisions], arns)
        return [item["resolvedConfiguration"]["loadBalancers"][0]["targetGroupArn"] for item in revisions]

    def read(self, shift: Any, group: str, metric: str, statistic: str, before: bool = False) -> dict[int, float]:
        """What CloudWatch has of a target group, by the minute of the shift."""
        balancer = self.physical_ids()["Balancer"].split(":loadbalancer/")[-1]
        dimensions = [{"Name": "TargetGroup", "Value": group.split(":")[-1]}, {"Name": "LoadBalancer", "Value": balancer}]
        began = shift["startedAt"]
        found = aws("cloudwatch").get_metric_data(
            StartTime=began - timedelta(hours=1) if before else began, EndTime=began if before else began + timedelta(minutes=5),
            MetricDataQueries=[{
                "Id": "q", "MetricStat": {
                    "Metric": {"Namespace": "AWS/ApplicationELB", "MetricName": metric, "Dimensions": dimensions}, "Period": 60, "Stat": statistic,
                },
            }],
        )["MetricDataResults"][0]  # fmt: skip
        return {round((time - began).total_seconds() / 60): value for time, value in zip(found["Timestamps"], found["Values"], strict=True)}

    def test_both_versions_are_counted_by_their_target_groups(self) -> None:
        shift = self.begin()
        weights = (shift["sourceServiceRevisions"][0]["requestedProductionTrafficWeight"], shift["targetServiceRevision"]["requestedProductionTrafficWeight"])
        self.assertEqual((shift["lifecycleStage"], weights), ("PRODUCTION_TRAFFIC_SHIFT", (95, 5)))
        ids = self.physical_ids()
        old, new = self.groups(shift)
        self.assertEqual((old, new), (ids["One"], ids["Two"]))
        self.assertEqual(self.read(shift, new, "RequestCount", "Sum"), {0: 100})
        self.assertEqual(self.read(shift, old, "RequestCount", "Sum"), {0: 900, 1: 800})
        self.assertEqual(self.read(shift, new, "HTTPCode_Target_5XX_Count", "Sum"), {0: 20})
        self.assertEqual(self.read(shift, old, "HTTPCode_Target_5XX_Count", "Sum"), {1: 1})
        self.assertEqual(self.read(shift, new, "TargetResponseTime", "TC(:0.4)"), {0: 70})
        self.assertEqual(self.read(shift, new, "TargetResponseTime", "SampleCount"), {0: 100})
        self.assertEqual(self.read(shift, old, "TargetResponseTime", "p95", before=True), {-1: 0.2})
        aws("ecs").stop_service_deployment(serviceDeploymentArn=shift["serviceDeploymentArn"], stopType="ROLLBACK")

    def test_stopping_rolls_the_stack_back(self) -> None:
        shift = self.begin()
        stop, arn = aws("ecs").stop_service_deployment, shift["serviceDeploymentArn"]
        errors = aws("ecs").exceptions
        self.assertRaises(errors.InvalidParameterException, stop, serviceDeploymentArn=arn, stopType="ABORT")
        self.assertRaises(errors.ServiceDeploymentNotFoundException, stop, serviceDeploymentArn=arn + "x", stopType="ROLLBACK")
        stop(serviceDeploymentArn=arn, stopType="ROLLBACK")
        self.wait_for("UPDATE_ROLLBACK_COMPLETE")
        self.assertRaises(errors.ConflictException, stop, serviceDeploymentArn=arn, stopType="ROLLBACK")

    def test_the_next_version_is_in_the_other_group(self) -> None:
        self.script["seconds"] = 1.5
        first = self.groups(self.begin())
        self.wait_for("UPDATE_COMPLETE")
        self.update(self.resources("three"))
        self.assertEqual(self.groups(self.shift()), first[::-1])
        self.wait_for("UPDATE_COMPLETE")
