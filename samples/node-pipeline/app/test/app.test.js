import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createApp } from "../src/app.js";

const app = createApp();
let address;
before(() => new Promise((ready) => app.listen(0, "127.0.0.1", () => {
  address = `http://127.0.0.1:${app.address().port}`;
  ready();
})));
after(() => app.close());

const price = (body) => fetch(`${address}/orders/price`, { method: "POST", body });

test("the health check answers", async () => {
  assert.deepEqual(await (await fetch(`${address}/health`)).json(), { status: "ok" });
});

test("an order is priced to the cent", async () => {
  const answer = await price(JSON.stringify({ items: [{ name: "tea", price: 0.1, count: 3 }, { name: "cup", price: 4.5, count: 2 }] }));
  assert.deepEqual([answer.status, await answer.json()], [200, { total: 9.3 }]);
});

for (const [body, word] of [
  ["no json", "JSON"],
  ["{}", "items"],
  [JSON.stringify({ items: [{ price: 1, count: 1 }] }), "name"],
  [JSON.stringify({ items: [{ name: "tea", price: -1, count: 1 }] }), "price"],
  [JSON.stringify({ items: [{ name: "tea", price: 1, count: 0.5 }] }), "count"],
]) {
  test(`an order is refused for its ${word}`, async () => {
    const answer = await price(body);
    assert.equal(answer.status, 400);
    assert.match((await answer.json()).error, new RegExp(word));
  });
}

test("what is too long is refused", async () => {
  assert.equal((await price("x".repeat(100_000))).status, 413);
});

test("what is not there is not found", async () => {
  assert.equal((await fetch(`${address}/nothing`)).status, 404);
});
