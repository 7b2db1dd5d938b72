"""Reads templates: what a resource refers to, the order that follows from it, and the values of expressions."""

import json
import re
from collections.abc import Iterator
from typing import Any

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import UnformattedGetAttTemplateException, ValidationError
from moto.cloudformation.models import Stack
from moto.core.common_models import CloudFormationModel
from recorded import attribute

_PLACEHOLDER = re.compile(r"\$\{([^!.}]+)(?:\.[^}]+)?\}")
_moto_clean_json = parsing.clean_json
_moto_parse_template = Stack.parse_template


def references(value: Any) -> Iterator[str]:
    """The logical ids that a part of a template refers to, and names of parameters among them."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "Ref" and isinstance(item, str):
                yield item
            elif key == "Fn::GetAtt":
                yield item[0] if isinstance(item, list) else item.split(".")[0]
            elif key == "Fn::Sub":
                yield from _PLACEHOLDER.findall(item if isinstance(item, str) else item[0])
                yield from references(item)
            else:
                yield from references(item)


def creation_order(resources: dict[str, Any]) -> list[str]:
    """The resources of a template, each after those that it refers to or depends on."""
    ordered: dict[str, None] = {}
    entered: set[str] = set()

    def visit(name: str) -> None:
        if name in entered or name not in resources:
            return
        entered.add(name)
        after = resources[name].get("DependsOn", [])
        for dependency in [*([after] if isinstance(after, str) else after), *references(resources[name].get("Properties"))]:
            visit(dependency)
        ordered[name] = None

    for name in resources:
        visit(name)
    return list(ordered)


def imported_exports(template: Any) -> Iterator[str]:
    """The literal names of exports that a template imports."""
    if isinstance(template, list):
        for item in template:
            yield from imported_exports(item)
    elif isinstance(template, dict):
        for key, item in template.items():
            if key == "Fn::ImportValue" and isinstance(item, str):
                yield item
            else:
                yield from imported_exports(item)


def parse(template: str) -> dict[str, Any]:
    """Parses a template. JSON first: it is what the CDK writes, and reading it as YAML takes seconds."""
    try:
        return json.loads(template)
    except json.JSONDecodeError:
        return _moto_parse_template(template)


def resolve(value: Any, resources: Any) -> Any:
    """The value of an expression. Like moto's, but an attribute that a model leaves out gets a plausible value."""
    if isinstance(value, dict) and "Fn::GetAtt" in value:
        given = value["Fn::GetAtt"]
        name, attribute_name = given if isinstance(given, list) else given.split(".", 1)
        resource = resources.get(name)
        if resource is None:
            raise ValidationError(message=f"Fn::GetAtt refers to the undefined resource {name}")
        return _attribute(resource, resolve(attribute_name, resources), resources)
    resolved = _moto_clean_json(value, resources)
    # Some of moto's models have no physical id and would stand for themselves.
    return reference(resolved) if isinstance(resolved, CloudFormationModel) else resolved


def reference(model: CloudFormationModel) -> str:
    """What Ref gives for a model."""
    for name in ("physical_resource_id", "resource_id", "arn", "id", "name"):
        value = getattr(model, name, None)
        if isinstance(value, str):
            return value
    return str(getattr(model, "logical_resource_id", ""))


def _attribute(resource: Any, name: str, resources: Any) -> Any:
    try:
        value = resource.get_cfn_attribute(name)
    except (NotImplementedError, UnformattedGetAttTemplateException, AttributeError, KeyError):
        value = None
    if value is not None:
        return value
    kind = getattr(resource, "cf_resource_type", "AWS::Unknown::Resource")
    return attribute(kind, reference(resource), name, {}, resources["AWS::AccountId"], resources["AWS::Region"])


def install() -> None:
    """Makes moto's engine read templates this way."""
    parsing.clean_json = resolve
    Stack.parse_template = staticmethod(parse)
