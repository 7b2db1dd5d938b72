import { createServer } from "node:http";
import { problemOf, totalOf } from "./price.js";

const LONGEST_BODY = 64 * 1024;

/** What was sent: undefined where it is too long, of which the rest is read and dropped; null where it is not JSON. */
async function bodyOf(request) {
  let text = "";
  for await (const part of request.setEncoding("utf8")) {
    if (text.length <= LONGEST_BODY) text += part;
  }
  if (text.length > LONGEST_BODY) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function answerTo(request) {
  if (request.method === "GET" && request.url === "/health") return [200, { status: "ok" }];
  if (request.method !== "POST" || request.url !== "/orders/price") return [404, { error: "not found" }];
  const order = await bodyOf(request);
  if (order === undefined) return [413, { error: "the order is too long" }];
  if (order === null) return [400, { error: "the order is not JSON" }];
  const problem = problemOf(order);
  return problem === null ? [200, { total: totalOf(order) }] : [400, { error: problem }];
}

/** A server that listens nowhere yet. */
export function createApp() {
  return createServer(async (request, response) => {
    const [status, answer] = await answerTo(request);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer));
    console.log(JSON.stringify({ method: request.method, path: request.url, status }));
  });
}
