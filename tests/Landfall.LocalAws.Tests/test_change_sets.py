"""Change sets: what they list, and that they do it."""

import json
from typing import Any

from botocore.exceptions import ClientError

from local_aws import LocalAwsTest, parameter, queue


class ChangeSetTest(LocalAwsTest):
    def change_set(self, resources: dict[str, Any], kind: str = "UPDATE", name: str = "change", **sections: Any) -> dict[str, Any]:
        """Creates a change set; gives its description."""
        body = json.dumps({"Resources": resources, **sections})
        self.cloudformation.create_change_set(StackName=self.stack, ChangeSetName=name, TemplateBody=body, ChangeSetType=kind)
        described: dict[str, Any] = self.cloudformation.describe_change_set(StackName=self.stack, ChangeSetName=name)
        return described

    def changes(self, described: dict[str, Any]) -> list[tuple[str, ...]]:
        """Logical id, action, replacement and what happens to the old one, of each change."""
        found = [item["ResourceChange"] for item in described["Changes"]]
        return sorted((c["LogicalResourceId"], c["Action"], c.get("Replacement", ""), c.get("PolicyAction", "")) for c in found)

    def test_it_lists_what_comes_changes_and_goes_and_touches_nothing(self) -> None:
        before = {
            "Kept": queue(f"{self.stack}-kept"),
            "Changed": queue(f"{self.stack}-changed", VisibilityTimeout=30),
            "Renamed": queue(f"{self.stack}-old"),
            "Reader": parameter(f"/{self.stack}/arn", {"Fn::GetAtt": ["Renamed", "Arn"]}),
            "Gone": queue(f"{self.stack}-gone"),
            "Left": {**queue(f"{self.stack}-left"), "DeletionPolicy": "Retain"},
        }
        self.create(before)
        after = {name: item for name, item in before.items() if name not in ("Gone", "Left")} | {
            "Changed": queue(f"{self.stack}-changed", VisibilityTimeout=40),
            "Renamed": {**queue(f"{self.stack}-new"), "UpdateReplacePolicy": "Retain"},
            "New": queue(f"{self.stack}-add"),
        }
        described = self.change_set(after)
        self.assertEqual(
            self.changes(described),
            [
                ("Changed", "Modify", "False", ""),
                ("Gone", "Remove", "", "Delete"),
                ("Left", "Remove", "", "Retain"),
                ("New", "Add", "", ""),
                ("Reader", "Modify", "False", ""),
                ("Renamed", "Modify", "True", "ReplaceAndRetain"),
            ],
        )
        details = {item["ResourceChange"]["LogicalResourceId"]: item["ResourceChange"].get("Details") for item in described["Changes"]}
        self.assertEqual(
            details["Renamed"],
            [
                {
                    "Target": {"Attribute": "Properties", "Name": "QueueName", "RequiresRecreation": "Always"},
                    "Evaluation": "Static",
                    "ChangeSource": "DirectModification",
                }
            ],
        )
        self.assertEqual((details["Reader"][0]["Evaluation"], details["Reader"][0]["ChangeSource"]), ("Dynamic", "ResourceReference"))
        self.assertEqual((described["Status"], described["ExecutionStatus"]), ("CREATE_COMPLETE", "AVAILABLE"))
        self.assertEqual(len(self.queues()), 5)

    def test_a_first_one_lists_everything_and_gives_outputs_once_it_is_executed(self) -> None:
        described = self.change_set({"A": queue(f"{self.stack}-a")}, "CREATE", Outputs={"Url": {"Value": {"Ref": "A"}}})
        self.assertEqual((self.changes(described), self.queues()), ([("A", "Add", "", "")], []))
        self.assertEqual(self.description()["StackStatus"], "REVIEW_IN_PROGRESS")
        self.cloudformation.execute_change_set(StackName=self.stack, ChangeSetName="change")
        self.assertEqual(self.outputs(), {"Url": self.physical_ids()["A"]})

    def test_one_without_changes_fails_and_cannot_be_executed(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        described = self.change_set({"A": queue(f"{self.stack}-a")})
        self.assertEqual(described["Status"], "FAILED")
        self.assertIn("didn't contain changes", described["StatusReason"])
        with self.assertRaisesRegex(ClientError, "cannot be executed in its current status"):
            self.cloudformation.execute_change_set(StackName=self.stack, ChangeSetName="change")

    def test_one_of_the_same_name_belongs_to_its_own_stack(self) -> None:
        self.create({"A": queue(f"{self.stack}-a")})
        self.change_set({"A": queue(f"{self.stack}-b")})
        other, self.stack = self.stack, self.stack + "-other"
        self.create({"X": queue(f"{self.stack}-x")})
        self.change_set({"Y": queue(f"{self.stack}-y")})
        self.cloudformation.execute_change_set(StackName=other, ChangeSetName="change")
        self.assertEqual(self.queues(), [f"{self.stack}-x"])

    def test_one_of_a_deleted_stack_is_not_that_of_the_next_of_its_name(self) -> None:
        for _ in range(2):
            self.change_set({"Queue": queue(self.stack)}, kind="CREATE")
            self.cloudformation.execute_change_set(StackName=self.stack, ChangeSetName="change")
            last = self.description()["StackId"]
            self.cloudformation.delete_change_set(StackName=self.stack, ChangeSetName="change")
            with self.assertRaises(ClientError) as raised:
                self.cloudformation.describe_change_set(StackName=self.stack, ChangeSetName="change")
            self.assertEqual(raised.exception.response["Error"]["Code"], "ChangeSetNotFound")
            self.change_set({"Queue": queue(self.stack, VisibilityTimeout=9)})
            self.cloudformation.delete_stack(StackName=last)

    def test_a_changed_parameter_is_the_source_of_the_change(self) -> None:
        declared = {"Parameters": {"Time": {"Type": "String", "Default": "30"}}}
        resources = {"A": queue(f"{self.stack}-a", VisibilityTimeout={"Ref": "Time"})}
        self.create(resources, **declared)
        described = self.change_set(resources, Parameters={"Time": {"Type": "String", "Default": "40"}})
        self.assertEqual(described["Changes"][0]["ResourceChange"]["Details"][0]["ChangeSource"], "ParameterReference")

    def test_one_that_is_not_there_is_not_found_and_may_be_deleted(self) -> None:
        self.create({"Queue": queue(self.stack)})
        with self.assertRaises(self.cloudformation.exceptions.ChangeSetNotFoundException):
            self.cloudformation.describe_change_set(StackName=self.stack, ChangeSetName="missing")
        self.cloudformation.delete_change_set(StackName=self.stack, ChangeSetName="missing")
