"""An API that keeps records in the relational database that infra/ adds."""

import os

import psycopg
from fastapi import FastAPI

app = FastAPI()


def connect() -> psycopg.Connection:
    # Set by infra/ApiStack.cs; the last two come from Secrets Manager.
    return psycopg.connect(
        host=os.environ["RECORDS_HOST"],
        port=os.environ["RECORDS_PORT"],
        dbname=os.environ["RECORDS_NAME"],
        user=os.environ["RECORDS_USER"],
        password=os.environ["RECORDS_PASSWORD"],
        sslmode="require",
    )


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/records")
def records() -> list[str]:
    with connect() as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS record (at timestamptz DEFAULT now())")
        connection.execute("INSERT INTO record DEFAULT VALUES")
        return [row[0].isoformat() for row in connection.execute("SELECT at FROM record ORDER BY at DESC LIMIT 20")]
