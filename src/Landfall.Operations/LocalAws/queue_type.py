"""SQS queues with all their settings; moto's own model of the type changes two of them and no name."""

import json

from api_resource import ApiType, Call, Properties

_JSON = ("RedriveAllowPolicy", "RedrivePolicy")


def _prepare(parameters: Properties, call: Call) -> Properties:
    """Gathers the settings, which the API takes as one map of texts."""
    taken = {key: parameters.pop(key) for key in ("QueueName", "Tags") if key in parameters}
    attributes = {key: json.dumps(value) if key in _JSON else value for key, value in parameters.items()}
    return {**taken, "Attributes": attributes}


QUEUE = ApiType(
    "sqs",
    create="create_queue",
    update="set_queue_attributes",
    delete="delete_queue",
    name="QueueName",
    id="https://sqs.{region}.amazonaws.com/{account}/{name}",
    key="QueueUrl",
    attributes={"Arn": "arn:aws:sqs:{region}:{account}:{name}", "QueueName": "{name}", "QueueUrl": "{id}"},
    extras=(("Tags", "tag_queue", "Tags"),),
    prepare=_prepare,
)
