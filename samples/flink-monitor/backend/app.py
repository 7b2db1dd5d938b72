"""Lists the steps of the EMR cluster that Landfall names in EMR_CLUSTER_ID."""

import os

import boto3
from fastapi import FastAPI

app = FastAPI()
emr = boto3.client("emr")


@app.get("/api/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/api/jobs")
def jobs() -> list[dict]:
    steps = emr.list_steps(ClusterId=os.environ["EMR_CLUSTER_ID"])["Steps"]
    return [{"id": step["Id"], "name": step["Name"], "state": step["Status"]["State"]} for step in steps]
