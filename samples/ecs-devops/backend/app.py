"""The private back end: keeps a log of requests in DynamoDB."""

import os
import time
import uuid

import boto3
from fastapi import FastAPI

app = FastAPI()
log = boto3.resource("dynamodb").Table(os.environ["LOG_TABLE"])


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/items")
def items() -> list[dict]:
    log.put_item(Item={"id": str(uuid.uuid4()), "at": int(time.time())})
    return log.scan(Limit=20)["Items"]
