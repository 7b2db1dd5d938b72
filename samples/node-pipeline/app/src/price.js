/** What is wrong with an order; null where nothing is. */
export function problemOf(order) {
  if (!Array.isArray(order?.items) || order.items.length === 0) return "items has to be a list with at least one item";
  for (const { name, price, count } of order.items) {
    if (typeof name !== "string" || name === "") return "name is missing";
    if (!Number.isFinite(price) || price < 0) return `price of ${name} has to be 0 or more`;
    if (!Number.isInteger(count) || count < 1) return `count of ${name} has to be 1 or more`;
  }
  return null;
}

/** What an order costs. */
export function totalOf(order) {
  const cents = order.items.reduce((sum, { price, count }) => sum + Math.round(price * 100) * count, 0);
  return cents / 100;
}
