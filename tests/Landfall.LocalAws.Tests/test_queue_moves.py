"""Messages that are moved back from a dead-letter queue."""

import json
from typing import Any

from botocore.exceptions import ClientError
from local_aws import LocalAwsTest, aws


class QueueMovesTest(LocalAwsTest):
    def setUp(self) -> None:
        super().setUp()
        sqs = aws("sqs")
        self.dead = sqs.create_queue(QueueName=f"{self.stack}-dead")["QueueUrl"]
        self.arn = sqs.get_queue_attributes(QueueUrl=self.dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        policy = json.dumps({"deadLetterTargetArn": self.arn, "maxReceiveCount": 1})
        self.queue = sqs.create_queue(QueueName=self.stack, Attributes={"RedrivePolicy": policy})["QueueUrl"]
        for body in ("one", "two", "three"):
            sqs.send_message(QueueUrl=self.dead, MessageBody=body)

    def count(self, url: str) -> int:
        found = aws("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])
        return int(found["Attributes"]["ApproximateNumberOfMessages"])

    def moves(self) -> Any:
        return aws("sqs").list_message_move_tasks(SourceArn=self.arn, MaxResults=10)["Results"]

    def test_all_messages_go_back_to_where_they_came_from(self) -> None:
        aws("sqs").start_message_move_task(SourceArn=self.arn)
        self.assertEqual((self.count(self.dead), self.count(self.queue)), (0, 3))
        move = self.moves()[0]
        self.assertEqual((move["Status"], move["ApproximateNumberOfMessagesMoved"]), ("COMPLETED", 3))
        self.assertNotIn("TaskHandle", move)

    def test_a_slow_move_is_stopped_half_way_and_is_the_only_one(self) -> None:
        handle = aws("sqs").start_message_move_task(SourceArn=self.arn, MaxNumberOfMessagesPerSecond=1)["TaskHandle"]
        self.assertRaisesRegex(ClientError, "already a task running", aws("sqs").start_message_move_task, SourceArn=self.arn)
        self.assertEqual(self.moves()[0]["TaskHandle"], handle)
        aws("sqs").cancel_message_move_task(TaskHandle=handle)
        self.assertIn(self.moves()[0]["Status"], ("CANCELLING", "CANCELLED"))
        self.assertRaisesRegex(ClientError, "does not exist", aws("sqs").cancel_message_move_task, TaskHandle="other")

    def test_a_queue_that_is_nobodys_dead_letter_queue_is_refused(self) -> None:
        arn = self.arn.removesuffix("-dead")
        self.assertRaisesRegex(ClientError, "must be configured as a Dead Letter Queue", aws("sqs").start_message_move_task, SourceArn=arn)
        self.assertRaisesRegex(ClientError, "doesn't exist", aws("sqs").start_message_move_task, SourceArn=f"{arn}-none")
