"""Stacks that are resources of other stacks: an update changes them in place.

moto deletes such a stack, with what is in it, and makes another. CloudFormation updates it, and puts the outer stack back where that
fails (CloudFormation User Guide, "Split a template into reusable pieces using nested stacks"; Template Reference,
AWS::CloudFormation::Stack: a change of TemplateURL or Parameters replaces nothing).
"""

from typing import Any

from moto.cloudformation import models
from moto.cloudformation.exceptions import ValidationError
from moto.utilities.utils import get_partition

import stacks


def _update(
    original_resource: models.Stack, new_resource_name: str, cloudformation_json: dict[str, Any], account_id: str, region_name: str
) -> models.Stack:
    properties = cloudformation_json["Properties"]
    template = models.get_stack_from_s3_url(properties["TemplateURL"], account_id=account_id, partition=get_partition(region_name))
    stacks.update(original_resource, template, None, properties.get("Parameters", {}), None)
    if original_resource.status != "UPDATE_COMPLETE":
        raise ValidationError(
            message=f"Embedded stack {original_resource.stack_id} was not successfully updated. "
            f"Currently in {original_resource.status} with reason: {_reason(original_resource)}"
        )
    return original_resource


def _reason(stack: models.Stack) -> str:
    """Why a stack went back last."""
    said = [event.resource_status_reason for event in stack.events if event.resource_status == "UPDATE_ROLLBACK_IN_PROGRESS"]
    return str(said[-1]) if said else ""


def install() -> None:
    """Lets stacks in stacks be updated as CloudFormation does."""
    models.Stack.update_from_cloudformation_json = staticmethod(_update)
