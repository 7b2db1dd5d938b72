import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/live" else 404)
        self.end_headers()


http.server.ThreadingHTTPServer(("", 5000), Handler).serve_forever()
