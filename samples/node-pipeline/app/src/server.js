import { createApp } from "./app.js";

const app = createApp();
app.listen(Number(process.env.PORT ?? 3000), () => console.log(JSON.stringify({ listening: app.address().port })));

// ECS says so before it takes a task away: what is under way is answered, and nothing new is taken.
process.on("SIGTERM", () => app.close());
