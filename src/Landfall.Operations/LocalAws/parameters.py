"""The parameters of stacks: values of SSM parameters are read anew by every change, and shown beside the names."""

from typing import Any

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import Stack
from moto.cloudformation.parsing import ResourceMap
from moto.ssm.models import ssm_backends


def map_of(stack: Stack, template: dict[str, Any], parameters: dict[str, Any]) -> ResourceMap:
    """What expressions of a template are evaluated over, with no resources yet. Raises where a parameter has no value."""
    made = ResourceMap(
        stack.stack_id,
        stack.name,
        parameters,
        stack.tags,
        account_id=stack.account_id,
        region_name=stack.region_name,
        template=template,
        cross_stack_resources=stack.cross_stack_resources,
    )
    made.load()
    return made


def of_ssm(self: ResourceMap, name: str, kind: str) -> Any:
    """The value of an SSM parameter; in place of moto's, which fails where there is none.

    A rollback goes back to the values that the stack had, whatever Parameter Store has meanwhile: what is shown with a stack
    are "the values that are currently used in the stack definition" (CloudFormation User Guide, "Systems Manager parameter types").
    """
    kept = getattr(self, "landfall_kept", {})
    if name in kept:
        return kept[name]
    parameter = ssm_backends[self._account_id][self._region_name].get_parameter(name)
    if parameter is None:
        raise ValidationError(message=f"Unable to fetch parameters [{name}] from parameter store for this account.")
    return parameter.value.split(",") if "List" in kind else parameter.value


def fetched(stack: Stack) -> dict[str, Any]:
    """The values that a stack has from SSM parameters, by the names of these."""
    declared, resources = stack.template_dict.get("Parameters", {}), stack.resource_map
    return {
        str(resources.input_parameters.get(name, declared[name].get("Default"))): value
        for name, value in resources.resolved_parameters.items()
        if declared.get(name, {}).get("Type", "").startswith("AWS::SSM::Parameter::")
    }


def described(stack: Stack) -> list[dict[str, str]]:
    """The parameters as DescribeStacks lists them: of one that stands for an SSM parameter, its name and the value."""
    declared = stack.template_dict.get("Parameters", {})
    resources = stack.resource_map
    listed = []
    for name, value in resources.resolved_parameters.items():
        text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
        entry = {"ParameterKey": name, "ParameterValue": text}
        if name in getattr(resources, "no_echo_parameter_keys", []):
            entry["ParameterValue"] = "****"
        elif declared.get(name, {}).get("Type", "").startswith("AWS::SSM::Parameter::"):
            entry |= {"ParameterValue": str(resources.input_parameters.get(name, declared[name].get("Default"))), "ResolvedValue": text}
        listed.append(entry)
    return listed


def given(stack: Stack, listed: list[dict[str, Any]]) -> dict[str, str]:
    """The values that a request gives. One that keeps its previous value may never have had one: then its default stays."""
    values = {item["ParameterKey"]: item["ParameterValue"] for item in listed if "ParameterValue" in item}
    kept = {item["ParameterKey"] for item in listed if item.get("UsePreviousValue")}
    return values | {name: value for name, value in stack.parameters.items() if name in kept}
