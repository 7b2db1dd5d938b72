const answer = await fetch("http://127.0.0.1:8080/api/health").catch(() => ({ ok: false }));
process.exit(answer.ok ? 0 : 1);
