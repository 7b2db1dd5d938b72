import { createServer } from "node:http";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import pg from "pg";

// Landfall injects these because the service `uses` orders and emails.
const { ORDERS_HOST, ORDERS_PORT, ORDERS_NAME, ORDERS_USER, ORDERS_PASSWORD, EMAILS_QUEUE_URL } = process.env;
const orders = new pg.Pool({
  host: ORDERS_HOST, port: Number(ORDERS_PORT), database: ORDERS_NAME, user: ORDERS_USER, password: ORDERS_PASSWORD,
  ssl: { rejectUnauthorized: false },
});
const emails = new SQSClient({});

const routes = {
  "GET /api/health": async () => ({ status: "ok" }),
  "GET /api/orders": async () => (await orders.query("select id, at from orders order by at desc limit 20")).rows,
  "POST /api/orders": async () => {
    const { rows } = await orders.query("insert into orders default values returning id");
    await emails.send(new SendMessageCommand({ QueueUrl: EMAILS_QUEUE_URL, MessageBody: JSON.stringify(rows[0]) }));
    return rows[0];
  },
};

createServer(async (request, response) => {
  const route = routes[`${request.method} ${request.url}`];
  try {
    response.writeHead(route ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(route ? await route() : { error: "not found" }));
  } catch (error) {
    console.error(error);
    response.statusCode = 500;
    response.end(JSON.stringify({ error: "internal" }));
  }
}).listen(8080);
