import { createServer } from 'node:http';
createServer((request, response) => {
  response.statusCode = request.url === '/healthz' ? 200 : 404;
  response.end('ok');
}).listen(process.env.PORT);
