import pg from "pg";

const { ORDERS_HOST, ORDERS_PORT, ORDERS_NAME, ORDERS_USER, ORDERS_PASSWORD } = process.env;
const orders = new pg.Client({
  host: ORDERS_HOST, port: Number(ORDERS_PORT), database: ORDERS_NAME, user: ORDERS_USER, password: ORDERS_PASSWORD,
  ssl: { rejectUnauthorized: false },
});
await orders.connect();
const { rowCount } = await orders.query("delete from orders where at < now() - interval '1 year'");
console.log(JSON.stringify({ event: "purged", orders: rowCount }));
await orders.end();
