"""What the table of types cannot say by names alone: properties that an API spells in another way."""

import json
from typing import Any

from moto.ecs.models import ecs_backends

from api import input_of
from api_resource import Call, Properties


def repository(parameters: Properties, call: Call) -> Properties:
    """ECR: policies are text in the API."""
    policy = parameters.pop("LifecyclePolicy", None)
    text = parameters.pop("RepositoryPolicyText", None)
    if policy and policy.get("LifecyclePolicyText"):
        parameters["LifecyclePolicy"] = policy["LifecyclePolicyText"]
    if text:
        parameters["RepositoryPolicyText"] = json.dumps(text)
    return parameters


def delete_repository(parameters: Properties, call: Call) -> None:
    """ECR: a repository with images goes only where its template says so."""
    force = str(parameters.get("EmptyOnDelete")).lower() == "true"
    call("delete_repository", {"repositoryName": call.id, "force": force})


def definition_tags(parameters: Properties, call: Call) -> None:
    """ECS: of a task definition only its tags change in place."""
    wanted = {tag["Key"]: tag["Value"] for tag in parameters.get("Tags", [])}
    gone = [tag["Key"] for tag in call.before.get("Tags", []) if tag["Key"] not in wanted]
    if gone:
        call("untag_resource", {"resourceArn": call.id, "tagKeys": gone})
    if wanted:
        call("tag_resource", {"resourceArn": call.id, "tags": [{"key": key, "value": value} for key, value in wanted.items()]})


def service(parameters: Properties, call: Call) -> Properties:
    """ECS: CloudFormation starts one task where no count is given; an update leaves the count alone."""
    return parameters if call.id != call.name or "DesiredCount" in parameters else {**parameters, "DesiredCount": 1}


def service_settings(parameters: Properties, call: Call) -> None:
    """ECS: moto's service takes these settings and forgets them; a description has to show them."""
    settings = {
        "capacityProviderStrategy": "capacity_provider_strategy",
        "deploymentConfiguration": "deployment_configuration",
        "enableExecuteCommand": "enable_execute_command",
        "healthCheckGracePeriodSeconds": "health_check_grace_period_seconds",
    }
    given = input_of(call.service, "create_service", call.region, parameters)
    for item in ecs_backends[call.account][call.region].services.values():
        if item.arn == call.id:
            for name in given.keys() & settings.keys():
                setattr(item, settings[name], given[name])


def schedule_actions(parameters: Properties, call: Call) -> None:
    """Application Auto Scaling: scheduled actions are part of the target in CloudFormation."""
    target = {name: parameters[name] for name in ("ServiceNamespace", "ResourceId", "ScalableDimension")}
    for action in parameters.get("ScheduledActions", []):
        call("put_scheduled_action", {**target, **action})


def scaling_policy(parameters: Properties, call: Call) -> Properties:
    """Application Auto Scaling: a policy names its target by one id."""
    if "ScalingTargetId" in parameters:
        names = ("ResourceId", "ScalableDimension", "ServiceNamespace")
        parameters |= dict(zip(names, parameters.pop("ScalingTargetId").split("|"), strict=True))
    return parameters


def dynamodb_table(parameters: Properties, call: Call) -> Properties:
    """DynamoDB: other names, and a stream is on when it has a view type."""
    if "SSESpecification" in parameters:
        given = parameters["SSESpecification"]
        parameters["SSESpecification"] = {**given, "Enabled": given.get("SSEEnabled", True)}
    if "StreamSpecification" in parameters:
        parameters["StreamSpecification"] = {**parameters["StreamSpecification"], "StreamEnabled": True}
    return parameters


def dynamodb_global_table(parameters: Properties, call: Call) -> Properties:
    """DynamoDB: what belongs to one table is a property of the replica in this region."""
    here = next((item for item in parameters.pop("Replicas", []) if item.get("Region") == call.region), {})
    return dynamodb_table({**here, **parameters}, call)


def update_table(parameters: Properties, call: Call) -> None:
    """DynamoDB: an index is created or deleted by an update of its own kind."""
    old, new = ({index["IndexName"]: index for index in given.get("GlobalSecondaryIndexes", [])} for given in (call.before, parameters))
    updates = [{"Create": new[name]} for name in sorted(new.keys() - old.keys())] + [
        {"Delete": {"IndexName": name}} for name in sorted(old.keys() - new.keys())
    ]
    given = {**parameters, "TableName": call.id, "GlobalSecondaryIndexUpdates": updates}
    if call.before.get("StreamSpecification") == parameters.get("StreamSpecification") or "StreamSpecification" not in parameters:
        given.pop("StreamSpecification", None)
    if not updates:
        given.pop("GlobalSecondaryIndexUpdates")
    call("update_table", given)


def update_rule(parameters: Properties, call: Call) -> None:
    """Elastic Load Balancing: a priority has an operation of its own, which refuses one that another rule has."""
    if str(parameters["Priority"]) != str(call.before.get("Priority", parameters["Priority"])):
        call("set_rule_priorities", {"RulePriorities": [{"RuleArn": call.id, "Priority": parameters["Priority"]}]})
    call("modify_rule", {**parameters, "RuleArn": call.id})


def secret(parameters: Properties, call: Call) -> Properties:
    """Secrets Manager: CloudFormation generates the value, once."""
    rule = parameters.pop("GenerateSecretString", None)
    if rule is None or call.id != call.name:
        return parameters
    key, template = rule.get("GenerateStringKey"), rule.get("SecretStringTemplate")
    value = call("get_random_password", rule)["RandomPassword"]
    parameters["SecretString"] = json.dumps({**json.loads(template or "{}"), key: value}) if key else value
    return parameters


def bucket_policy(parameters: Properties, call: Call) -> Properties:
    """S3: the policy is text in the API."""
    return {"Bucket": parameters["Bucket"], "Policy": json.dumps(parameters["PolicyDocument"])}


def security_group_rule(parameters: Properties, call: Call) -> Properties:
    """EC2: one flat rule in CloudFormation, a permission with lists of peers in the API."""
    note = {"Description": parameters["Description"]} if "Description" in parameters else {}
    permission: dict[str, Any] = {
        name: parameters[name] for name in ("IpProtocol", "FromPort", "ToPort") if name in parameters
    }
    group = parameters.get("SourceSecurityGroupId") or parameters.get("DestinationSecurityGroupId")
    prefixes = parameters.get("SourcePrefixListId") or parameters.get("DestinationPrefixListId")
    if group:
        permission["UserIdGroupPairs"] = [{"GroupId": group, **note}]
    if prefixes:
        permission["PrefixListIds"] = [{"PrefixListId": prefixes, **note}]
    if "CidrIp" in parameters:
        permission["IpRanges"] = [{"CidrIp": parameters["CidrIp"], **note}]
    if "CidrIpv6" in parameters:
        permission["Ipv6Ranges"] = [{"CidrIpv6": parameters["CidrIpv6"], **note}]
    return {"GroupId": parameters["GroupId"], "IpPermissions": [permission]}


def namespace_id(reply: dict[str, Any], call: Call) -> str:
    """Cloud Map: a namespace is the target of the operation that creates it."""
    operation = call("get_operation", {"OperationId": reply["OperationId"]})["Operation"]
    return str(operation["Targets"]["NAMESPACE"])


def distribution(parameters: Properties, call: Call) -> Properties:
    """CloudFront: members that the API requires or names differently."""
    config = {"Comment": "", "CallerReference": call.name, **parameters["DistributionConfig"]}
    config["IsIPV6Enabled"] = config.pop("IPV6Enabled", True)
    for behavior in [config["DefaultCacheBehavior"], *config.get("CacheBehaviors", [])]:
        for name in ("AllowedMethods", "CachedMethods"):
            if isinstance(behavior.get(name), list):
                behavior[name] = [str(method) for method in behavior[name]]
    return {"DistributionConfig": config}


def update_distribution(parameters: Properties, call: Call) -> None:
    """CloudFront: a change names the version that it replaces."""
    version = call("get_distribution", {"Id": call.id})["ETag"]
    call("update_distribution", {"Id": call.id, "IfMatch": version, **parameters})


def disable_and_delete_distribution(parameters: Properties, call: Call) -> None:
    """CloudFront: only a disabled distribution can be deleted."""
    update_distribution({"DistributionConfig": {**parameters["DistributionConfig"], "Enabled": False}}, call)
    version = call("get_distribution", {"Id": call.id})["ETag"]
    call("delete_distribution", {"Id": call.id, "IfMatch": version})


def update_origin_access_control(parameters: Properties, call: Call) -> None:
    """CloudFront: a change names the version."""
    version = call("get_origin_access_control", {"Id": call.id}).get("ETag", "")
    call("update_origin_access_control", {**parameters, "Id": call.id, "IfMatch": version})


def origin_access_control(parameters: Properties, call: Call) -> None:
    """CloudFront: a deletion names the version."""
    version = call("get_origin_access_control", {"Id": call.id}).get("ETag", "")
    call("delete_origin_access_control", {"Id": call.id, "IfMatch": version})
