import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const { EMAILS_QUEUE_URL: QueueUrl } = process.env;
const queue = new SQSClient({});
let stopping = false;
process.on("SIGTERM", () => { stopping = true; });

while (!stopping) {
  const { Messages = [] } = await queue.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20, MaxNumberOfMessages: 10 }));
  for (const message of Messages) {
    console.log(JSON.stringify({ event: "mail", order: JSON.parse(message.Body).id }));
    await queue.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
  }
}
