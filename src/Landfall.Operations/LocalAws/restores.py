"""Databases and tables that are restored: what RDS and DynamoDB give a restored one, and what they refuse.

RDS API Reference, RestoreDBInstanceFromDBSnapshot, ManageMasterUserPassword: "Applies to RDS for Oracle only", so that what is restored has
no password that RDS manages until it is modified; RestoreDBClusterFromSnapshot: "only restores the DB cluster, not the DB instances".
A moment has to be between the first and the last that can be restored (RestoreDBClusterToPointInTime; RestoreTableToPointInTime:
InvalidRestoreTimeException, PointInTimeRecoveryUnavailableException). The words that RDS refuses a moment with are not in its reference.
"""

import copy
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.dynamodb.exceptions import ERROR_TYPE_PREFIX, PointInTimeRecoveryUnavailable
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.responses import DynamoHandler
from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import RDSBackend

# Of the original's state: what belongs to it alone, and what a restored one gets by being asked for.
_OWN = {"backend", "db_subnet_group", "vpc_security_group_ids", "members", "master_user_secret", "manage_master_user_password", "deletion_protection"}


class InvalidRestoreTimeError(JsonRESTError):
    """A moment of which there is no backup."""

    def __init__(self, message: str) -> None:
        super().__init__(f"{ERROR_TYPE_PREFIX}InvalidRestoreTimeException", message)


def _cluster(backend: RDSBackend, original: Any, given: dict[str, Any]) -> Any:
    settings = {key.removeprefix("_"): copy.copy(value) for key, value in original.__dict__.items() if key.removeprefix("_") not in _OWN}
    settings |= {key: value for key, value in given.items() if value is not None}
    settings["master_user_password"] = "of-the-original"
    return backend.create_db_cluster(settings)


def _cluster_from_snapshot(backend: RDSBackend, from_snapshot_id: str, overrides: dict[str, Any]) -> Any:
    snapshot = backend.describe_db_cluster_snapshots(None, from_snapshot_id)[0]
    _require_family(backend, overrides.get("db_cluster_parameter_group_name"), snapshot.engine, overrides.get("engine_version") or snapshot.engine_version)
    return _cluster(backend, snapshot.cluster, overrides)


def _cluster_to_moment(
    backend: RDSBackend, db_cluster_identifier: str, source_db_cluster_identifier: str, restore_to_time: Any = None, **given: Any
) -> Any:
    original = backend.describe_db_clusters(db_cluster_identifier=source_db_cluster_identifier)[0]
    _require_moment(restore_to_time, original.earliest_restorable_time)
    for name in ("use_latest_restorable_time", "restore_type"):
        given.pop(name, None)
    return _cluster(backend, original, {**given, "db_cluster_identifier": db_cluster_identifier})


def _instance(moto: Callable[..., Any], check: Callable[..., None]) -> Callable[..., Any]:
    """One of moto's two ways to restore an instance, and then without the password that RDS manages."""

    def restore(backend: RDSBackend, *given: Any) -> Any:
        check(backend, *given)
        instance = moto(backend, *given)
        instance.update(manage_master_user_password=False)
        return instance

    return restore


def _check_snapshot(backend: RDSBackend, snapshot_id: str, given: dict[str, Any]) -> None:
    snapshot = backend.describe_db_snapshots(None, snapshot_id)[0]
    _require_family(backend, given.get("db_parameter_group_name"), snapshot.engine, snapshot.engine_version)


def _check_moment(backend: RDSBackend, source: str, _: str, given: dict[str, Any]) -> None:
    original = backend.describe_db_instances(source)[0]
    created = original.instance_create_time
    _require_moment(given.get("restore_time"), created if isinstance(created, datetime) else datetime.fromisoformat(str(created)))


def _require_family(backend: RDSBackend, name: str | None, engine: str, version: str) -> None:
    """RDS: a parameter group is for one major version of an engine."""
    group = backend.db_parameter_groups.get(name) or backend.db_cluster_parameter_groups.get(name) if name else None
    if group is None:
        return
    parts = str(version).split(".")
    wanted = f"{engine}{'.'.join(parts[:2]) if 'mysql' in engine else parts[0]}"
    family = getattr(group, "family", None) or group.db_parameter_group_family
    if family != wanted:
        raise InvalidParameterCombination(
            f"The parameter group {name} with DBParameterGroupFamily {family} cannot be used for this instance. "
            f"Please use a parameter group with DBParameterGroupFamily {wanted}"
        )


def _require_moment(wanted: Any, earliest: datetime) -> None:
    if wanted is None:
        return
    moment = _aware(wanted if isinstance(wanted, datetime) else datetime.fromisoformat(str(wanted)))
    # AWS takes whole seconds.
    if not _aware(earliest) - timedelta(seconds=1) <= moment <= datetime.now(UTC):
        raise InvalidParameterCombination(f"The specified database cannot be restored to {moment.isoformat()}.")


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _continuous_backups(moto: Callable[..., Any]) -> Callable[..., Any]:
    """DynamoDB: the last moment goes on with the time."""

    def describe(backend: DynamoDBBackend, table_name: str) -> Any:
        answer = moto(backend, table_name)
        recovery = answer["PointInTimeRecoveryDescription"]
        if recovery["PointInTimeRecoveryStatus"] == "ENABLED":
            recovery["LatestRestorableDateTime"] = time.time()
        return answer

    return describe


def _table_to_moment(moto: Callable[..., Any]) -> Callable[..., Any]:
    def restore(handler: DynamoHandler) -> Any:
        name, wanted = handler.body.get("SourceTableName"), handler.body.get("RestoreDateTime")
        recovery = handler.dynamodb_backend.describe_continuous_backups(name)["PointInTimeRecoveryDescription"]
        if recovery["PointInTimeRecoveryStatus"] != "ENABLED":
            raise PointInTimeRecoveryUnavailable(name)
        moment = _aware(wanted).timestamp() if isinstance(wanted, datetime) else wanted
        if moment is not None and not int(recovery["EarliestRestorableDateTime"]) <= moment <= recovery["LatestRestorableDateTime"]:
            raise InvalidRestoreTimeError("RestoreDateTime must be between EarliestRestorableDateTime and LatestRestorableDateTime.")
        return moto(handler)

    return restore


def _tagged(moto: Callable[..., Any]) -> Callable[..., Any]:
    """DynamoDB API Reference, TagResource: "an HTTP 200 response with an empty HTTP body", whose checksum the .NET SDK looks at."""

    def tag(handler: DynamoHandler) -> str:
        moto(handler)
        return ""

    return tag


def install() -> None:
    """Lets databases and tables be restored as AWS does it."""
    RDSBackend.restore_db_cluster_from_snapshot = _cluster_from_snapshot
    RDSBackend.restore_db_cluster_to_point_in_time = _cluster_to_moment
    RDSBackend.restore_db_instance_from_db_snapshot = _instance(RDSBackend.restore_db_instance_from_db_snapshot, _check_snapshot)
    RDSBackend.restore_db_instance_to_point_in_time = _instance(RDSBackend.restore_db_instance_to_point_in_time, _check_moment)
    DynamoDBBackend.describe_continuous_backups = _continuous_backups(DynamoDBBackend.describe_continuous_backups)
    DynamoHandler.tag_resource = _tagged(DynamoHandler.tag_resource)
    DynamoHandler.restore_table_to_point_in_time = _table_to_moment(DynamoHandler.restore_table_to_point_in_time)
