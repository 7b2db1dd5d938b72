"""Whether a task's execution role may read the secrets that its containers are given, as ECS finds out when it starts the task.

The role may where a statement of its own or of the secret's policy says so: IAM User Guide, "Policy evaluation logic", within one
account. The words are those of the Amazon ECS Developer Guide, "Stopped task error messages". Secrets that RDS makes are not judged:
the local AWS records them, and Secrets Manager does not have them.
"""

import fnmatch
import json
from collections.abc import Iterator
from typing import Any

from moto.iam.models import iam_backends
from moto.secretsmanager.models import secretsmanager_backends

_READ = "secretsmanager:GetSecretValue"
_PARTS_OF_AN_ARN = 7


def refusal(account: str, region: str, definition: Any) -> str | None:
    """Why a task with this definition does not start, or None where it does."""
    for container in definition.container_definitions:
        for secret in container.get("secrets", []):
            arn = ":".join(secret["valueFrom"].split(":")[:_PARTS_OF_AN_ARN])
            if ":secretsmanager:" not in arn or ":secret:rds!" in arn:
                continue
            known = [item for item in secretsmanager_backends[account][region].secrets.values() if item.arn == arn]
            if not known:
                return _words(arn, "ResourceNotFoundException: Secrets Manager can't find the specified secret.")
            role = definition.execution_role_arn
            if not any(_allows(statement, arn) for statement in _of_role(account, role)) and not any(
                _allows(statement, arn) and _is(statement, role) for statement in _statements(known[0].policy)
            ):
                return _words(arn, f"AccessDeniedException: User: {role} is not authorized to perform: {_READ} on resource: {arn}")
    return None


def _words(arn: str, cause: str) -> str:
    return (
        "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: "
        f"unable to retrieve secret from asm: failed to fetch secret {arn} from secrets manager: {cause}"
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _statements(policy: str | dict[str, Any] | None) -> list[dict[str, Any]]:
    """Of a policy that is text, as the API takes it, or a document, as CloudFormation does."""
    document = json.loads(policy) if isinstance(policy, str) else policy
    return _list(document["Statement"]) if document else []


def _of_role(account: str, arn: str | None) -> Iterator[dict[str, Any]]:
    roles = iam_backends[account]["aws"].roles.values()
    for role in (item for item in roles if item.arn == arn):
        for policy in role.policies.values():
            yield from _statements(policy)
        for managed in role.managed_policies.values():
            yield from _statements(managed.document)


def _allows(statement: dict[str, Any], arn: str) -> bool:
    actions, resources = (_list(statement.get(name, [])) for name in ("Action", "Resource"))
    return (
        statement["Effect"] == "Allow"
        and any(fnmatch.fnmatchcase(_READ, action) for action in actions)
        and any(fnmatch.fnmatchcase(arn, resource) for resource in resources)
    )


def _is(statement: dict[str, Any], role: str | None) -> bool:
    return role is not None and role in _list(statement.get("Principal", {}).get("AWS", []))
