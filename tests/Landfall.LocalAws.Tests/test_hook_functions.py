"""The function that ECS calls during a rollout, where its code is a program: it is run until it has decided."""

import io
import time
import zipfile
from typing import Any

from local_aws import LocalAwsTest, aws

# Answers IN_PROGRESS with what it was told so far, then what the hook's details say.
PROGRAM = """#!/usr/bin/env python3
import json, os, urllib.request
root = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation/"
while True:
    with urllib.request.urlopen(root + "next") as call:
        id, event = call.headers["Lambda-Runtime-Aws-Request-Id"], json.load(call)
    details = event["hookDetails"]
    print(json.dumps({"stage": event["lifecycleStage"], "calls": details.get("calls", 0), "word": os.environ["WORD"], "handler": os.environ["_HANDLER"]}), flush=True)
    end = details["task"]["end"]
    answer = {"hookStatus": end} if details.get("calls") else {"hookStatus": "IN_PROGRESS", "callBackDelay": 1, "hookDetails": details | {"calls": 1}}
    if end == "ERROR":
        urllib.request.urlopen(urllib.request.Request(f"{root}{id}/error", b"{}"))
    else:
        urllib.request.urlopen(urllib.request.Request(f"{root}{id}/response", json.dumps(answer).encode()))
"""


class HookFunctionsTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        aws("s3").create_bucket(Bucket=self.stack)
        self.upload("good", "bootstrap", PROGRAM)
        self.upload("none", "index.py", "pass")

    def upload(self, key: str, name: str, text: str) -> None:
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr(name, text)
        aws("s3").put_object(Bucket=self.stack, Key=key, Body=content.getvalue())

    def resources(self, image: str, end: str, code: str = "good") -> dict[str, Any]:
        hook = {
            "HookTargetArn": {"Fn::GetAtt": ["Function", "Arn"]}, "RoleArn": "arn:aws:iam::123456789012:role/r",
            "LifecycleStages": ["POST_TEST_TRAFFIC_SHIFT"], "HookDetails": {"task": {"title": "smoke", "end": end}},
        }  # fmt: skip
        return self.service(image, hook) | {
            "Log": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": f"/{self.stack}"}},
            "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": []}}},
            "Function": {
                "Type": "AWS::Lambda::Function",
                "Properties": {
                    "Runtime": "provided.al2023", "Handler": "hook", "Role": {"Fn::GetAtt": ["Role", "Arn"]}, "Code": {"S3Bucket": self.stack, "S3Key": code},
                    "Environment": {"Variables": {"WORD": "here"}}, "LoggingConfig": {"LogGroup": {"Ref": "Log"}},
                },
            },
        }  # fmt: skip

    def deployed(self, end: str, code: str = "good") -> str:
        """How an update ends."""
        self.assertEqual(self.create(self.resources("one", end, code)), "CREATE_COMPLETE")
        self.update(self.resources("two", end, code))
        limit = time.monotonic() + 20
        while "IN_PROGRESS" in (status := self.description()["StackStatus"]) and time.monotonic() < limit:
            time.sleep(0.05)
        return str(status)

    def logged(self) -> list[str]:
        streams = aws("logs").describe_log_streams(logGroupName=f"/{self.stack}")["logStreams"]
        return [event["message"] for one in streams for event in aws("logs").get_log_events(logGroupName=f"/{self.stack}", logStreamName=one["logStreamName"])["events"]]

    def test_it_is_called_again_with_what_it_answered_until_it_has_decided(self) -> None:
        self.assertEqual(self.deployed("SUCCEEDED"), "UPDATE_COMPLETE")
        line = '{{"stage": "POST_TEST_TRAFFIC_SHIFT", "calls": {}, "word": "here", "handler": "hook"}}'
        self.assertEqual(self.logged(), [line.format(0), line.format(1)])

    def test_a_check_that_fails_rolls_back(self) -> None:
        self.assertEqual(self.deployed("FAILED"), "UPDATE_ROLLBACK_COMPLETE")

    def test_a_function_that_fails_rolls_back(self) -> None:
        self.assertEqual(self.deployed("ERROR"), "UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual(len(self.logged()), 1)

    def test_code_that_is_no_program_passes(self) -> None:
        self.assertEqual(self.deployed("FAILED", "none"), "UPDATE_COMPLETE")
        self.assertEqual(aws("logs").describe_log_streams(logGroupName=f"/{self.stack}")["logStreams"], [])

    def test_the_addresses_of_a_load_balancer_are_in_its_subnets(self) -> None:
        subnets = aws("ec2").describe_subnets()["Subnets"][:2]
        made = aws("elbv2").create_load_balancer(Name=self.stack, Subnets=[one["SubnetId"] for one in subnets])["LoadBalancers"][0]
        name = made["LoadBalancerArn"].split("loadbalancer/")[1]
        found = aws("ec2").describe_network_interfaces(Filters=[{"Name": "description", "Values": [f"ELB {name}"]}])["NetworkInterfaces"]
        self.assertEqual(sorted(one["SubnetId"] for one in found), sorted(one["SubnetId"] for one in subnets))
        self.assertTrue(all(one["PrivateIpAddress"].endswith(".7") for one in found))
        none = aws("ec2").describe_network_interfaces(Filters=[{"Name": "description", "Values": ["ELB app/none/1"]}])["NetworkInterfaces"]
        self.assertEqual(none, [])
