import { createServer } from 'http';
const port: number = Number(process.env.PORT ?? 3000);
createServer((request, response) => {
  response.statusCode = request.url === '/health' ? 200 : 404;
  response.end('ok');
}).listen(port);
