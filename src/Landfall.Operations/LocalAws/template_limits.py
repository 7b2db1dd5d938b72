"""What CloudFormation takes of a template: the numbers of limits.json, in CloudFormation's words.

AWS CloudFormation User Guide, "Understand CloudFormation quotas". The words are those that users report, as in
https://github.com/widdix/aws-cf-templates/issues/169 and https://github.com/amazon-archives/aws-security-benchmark/issues/2.
"""

from typing import Any

from moto.cloudformation.exceptions import ValidationError

import limits
import templates

_COUNTED = {"Resources": "resources", "Outputs": "outputs", "Parameters": "parameters", "Mappings": "mappings"}


def require_request(answer: Any) -> None:
    """Raises where a request has more of a template in it than goes without a bucket.

    An answer is moto's to a request that may have a TemplateBody.
    """
    body, most = answer._get_param("TemplateBody"), _most("inline")
    if body and len(body.encode()) > most:
        raise ValidationError(
            message=f"1 validation error detected: Value at 'templateBody' failed to satisfy constraint: "
            f"Member must have length less than or equal to {most}"
        )


def require(body: str, given: dict[str, Any]) -> None:
    """Raises where CloudFormation refuses a template for its size, or a value that is given for a parameter of it."""
    if len(body.encode()) > _most("size"):
        raise ValidationError(message=f"Template may not exceed {_most('size')} bytes in size.")
    template = templates.parse(body)
    for section, words in _COUNTED.items():
        number = len(template.get(section) or {})
        if number > _most(words):
            raise ValidationError(
                message=f"Template format error: Number of {words}, {number}, is greater than maximum allowed, {_most(words)}"
            )
        for name in template.get(section) or {}:
            if len(name) > _most("names"):
                raise ValidationError(message=f"Template format error: {section} name {name} is longer than {_most('names')} characters")
    for name, entries in (template.get("Mappings") or {}).items():
        if len(entries) > _most("attributes"):
            raise ValidationError(
                message=f"Template format error: Number of attributes of mapping {name}, {len(entries)}, "
                f"is greater than maximum allowed, {_most('attributes')}"
            )
    if len(str(template.get("Description", "")).encode()) > _most("description"):
        raise ValidationError(message=f"Template format error: 'Description' length is greater than {_most('description')}.")
    defaults = {name: declared.get("Default") for name, declared in (template.get("Parameters") or {}).items()}
    for name, value in {**defaults, **given}.items():
        if len(str(value).encode()) > _most("value"):
            raise ValidationError(message=f"Template error: the value of parameter {name} is longer than {_most('value')} bytes")


def _most(name: str) -> int:
    return int(limits.of_stacks()[name]["most"])
