"""The public front end: shows what the back end has stored."""

import json
import os
import urllib.request

from flask import Flask, jsonify

app = Flask(__name__)
BACKEND = os.environ["BACKEND_URL"]


@app.get("/health")
def health():
    return jsonify(status="ok")


@app.get("/")
def items():
    with urllib.request.urlopen(f"{BACKEND}/items", timeout=5) as answer:
        return jsonify(json.load(answer))
