"""Carries transitions out on the local AWS, operation by operation, and looks after each for references to what is gone.

usage: python3 transitions.py FOLDER   with the files that Landfall.Transitions.Tests writes
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[2] / "src" / "Landfall.Operations" / "LocalAws"))

import local_aws

local_aws.endpoint()
import api
import live
import stand_ins

ACCOUNT = "123456789012"
REGION = "eu-west-1"
# Ids that AWS makes up: no other resource ever has them, and no name contains them by chance.
MADE_UP = re.compile(r"^(arn:|https?://|(sg|subnet|vpc|rtb|nat|eipalloc|vpce|igw|fs|fsap|srv|ns)-)")

# Whose id is that of the secret that they are about, which may stay when they go: RDS's own is in no template.
ABOUT_A_SECRET = {
    "AWS::SecretsManager::RotationSchedule",
    "AWS::SecretsManager::SecretTargetAttachment",
    "AWS::SecretsManager::ResourcePolicy",
}


def main() -> int:
    """Gives 0 when every transition went as planned. Each has a local AWS, and so an empty account, of its own."""
    given = Path(sys.argv[1])
    if given.is_file():
        run(json.loads(given.read_text()))
        return 0
    files = sorted(given.glob("*.json"))
    ends = {file.stem: subprocess.run([sys.executable, __file__, str(file)], capture_output=True, text=True, check=False) for file in files}
    failures = [f"{name}: {(end.stderr.strip().splitlines() or ['no reason'])[-1]}" for name, end in ends.items() if end.returncode != 0]
    print("\n".join(failures) or f"{len(files)} transitions, no reference to what is gone")
    return 1 if failures or not files else 0


def run(operations: list[dict[str, Any]]) -> None:
    """Carries one transition out."""
    client = api.client("cloudformation", REGION)
    stand_ins.ensure_hosted_zone(ACCOUNT, REGION, {"id": "Z0123456789EXAMPLE01", "name": "example.com"})
    known: dict[str, str] = {}
    for operation in operations:
        carry_out(client, operation["stack"], operation["template"])
        check(operation, known)


def carry_out(client: Any, stack: str, template: dict[str, Any] | None) -> None:
    """Creates, updates or deletes a stack."""
    names = [item["StackName"] for item in client.describe_stacks()["Stacks"]]
    if template is None:
        client.delete_stack(StackName=stack)
        left = [item for item in client.describe_stacks()["Stacks"] if item["StackName"] == stack]
        assert not left, f"{stack} could not be deleted: {left[0].get('StackStatusReason')}"
        return
    body = json.dumps(template)
    try:
        (client.update_stack if stack in names else client.create_stack)(StackName=stack, TemplateBody=body)
    except client.exceptions.ClientError as error:
        assert "No updates are to be performed" in str(error), f"{stack}: {error}"
    found = client.describe_stacks(StackName=stack)["Stacks"][0]
    if found["StackStatus"] not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        events = client.describe_stack_events(StackName=stack)["StackEvents"]
        reasons = [f"{e['LogicalResourceId']}: {e.get('ResourceStatusReason')}" for e in events if e["ResourceStatus"].endswith("_FAILED")]
        raise AssertionError(f"{stack} is {found['StackStatus']}: {'; '.join(reasons)[:600]}")


def check(operation: dict[str, Any], known: dict[str, str]) -> None:
    """That nothing which is there names what is gone."""
    there = list(live.everything(ACCOUNT, REGION))
    now = {item.id: item.type for item in there if MADE_UP.match(str(item.id)) and item.type not in ABOUT_A_SECRET}
    known.update(now)
    gone = known.keys() - now.keys()
    for item in there:
        text = json.dumps(item.properties, default=str)
        for identifier in gone:
            assert f'{identifier}"' not in text, (
                f"after {operation['pass']} {operation['stack']}: {item.type} still names {known[identifier]} {identifier}, which is gone"
            )


if __name__ == "__main__":
    sys.exit(main())
