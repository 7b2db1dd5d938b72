"""Messages that are moved back from a dead-letter queue: SQS StartMessageMoveTask and what belongs to it.

Amazon SQS API Reference, StartMessageMoveTask: only from a queue that is another's dead-letter queue, one move at a time; without a
destination each message goes back to where it came from, which here is the first queue that has this one for its dead letters. A move ends
at once, unless it is told how many messages a second it may move: then it takes that long.
"""

import json
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import unix_time_millis
from moto.sqs.exceptions import SQSException
from moto.sqs.models import sqs_backends
from moto.sqs.responses import SQSResponse

_MOST_LISTED = 10


@dataclass
class Move:
    """A move."""

    source: Any
    destination: Any
    rate: int | None
    wanted: int
    handle: str = field(default_factory=lambda: uuid.uuid4().hex)
    started: int = field(default_factory=lambda: int(unix_time_millis()))
    moved: int = 0
    status: str = "RUNNING"


class ResourceNotFoundError(SQSException):
    """There is no such queue, or it is nobody's dead-letter queue."""

    def __init__(self, message: str) -> None:
        super().__init__("ResourceNotFoundException", message)


class UnsupportedOperationError(SQSException):
    """A second move."""

    def __init__(self, message: str) -> None:
        super().__init__("AWS.SimpleQueueService.UnsupportedOperation", message)


_moves: list[Move] = []


def _queue(request: SQSResponse, arn: str) -> Any:
    backend = sqs_backends[request.current_account][request.region]
    queue = next((item for item in backend.queues.values() if item.queue_arn == arn), None)
    if queue is None:
        raise ResourceNotFoundError("The resource that you specified for the SourceArn parameter doesn't exist.")
    return queue


def _move(move: Move) -> None:
    while move.status == "RUNNING" and move.source._messages:
        if move.rate:
            time.sleep(1 / move.rate)
        message = move.source._messages.pop(0)
        message.approximate_receive_count = 0
        move.destination.add_message(message)
        move.moved += 1
    move.status = "COMPLETED" if move.status == "RUNNING" else "CANCELLED"


def _start(request: SQSResponse) -> ActionResult:
    source = _queue(request, request._get_param("SourceArn"))
    owners = [item for item in sqs_backends[request.current_account][request.region].queues.values() if item.dead_letter_queue is source]
    if not owners:
        raise ResourceNotFoundError("Source queue must be configured as a Dead Letter Queue.")
    if any(item.source is source and item.status in ("RUNNING", "CANCELLING") for item in _moves):
        raise UnsupportedOperationError("There is already a task running. Only one active task is allowed for a source queue arn at a given time.")
    given = request._get_param("DestinationArn")
    rate = request._get_param("MaxNumberOfMessagesPerSecond")
    move = Move(source, _queue(request, given) if given else owners[0], int(rate) if rate else None, len(source._messages))
    _moves.insert(0, move)
    thread = threading.Thread(target=_move, args=(move,), daemon=True)
    thread.start()
    if move.rate is None:
        thread.join()
    return ActionResult({"TaskHandle": move.handle})


def _list(request: SQSResponse) -> ActionResult:
    source = _queue(request, request._get_param("SourceArn"))
    most = int(request._get_param("MaxResults") or 1)
    found = [item for item in _moves if item.source is source][: min(most, _MOST_LISTED)]
    told = [
        {
            **({"TaskHandle": item.handle} if item.status == "RUNNING" else {}), "Status": item.status, "SourceArn": source.queue_arn,
            "ApproximateNumberOfMessagesMoved": item.moved, "ApproximateNumberOfMessagesToMove": item.wanted, "StartedTimestamp": item.started,
        }
        for item in found
    ]  # fmt: skip
    return ActionResult({"Results": told})


def _cancel(request: SQSResponse) -> ActionResult:
    handle = request._get_param("TaskHandle")
    move = next((item for item in _moves if item.handle == handle and item.status == "RUNNING"), None)
    if move is None:
        raise ResourceNotFoundError(f"Task does not exist: {json.dumps(handle)}")
    move.status = "CANCELLING"
    return ActionResult({"ApproximateNumberOfMessagesMoved": move.moved})


def install() -> None:
    """Lets SQS move messages back."""
    SQSResponse.start_message_move_task, SQSResponse.list_message_move_tasks, SQSResponse.cancel_message_move_task = _start, _list, _cancel
