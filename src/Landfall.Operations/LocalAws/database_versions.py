"""The versions of database engines that RDS offers, which moto does not tell."""

from typing import Any

from moto.core.responses import ActionResult

# The newest minors of each major that has standard support (RDS and Aurora release calendars, as of November 2026).
_VERSIONS = {
    "aurora-mysql": "8.0.mysql_aurora.3.10.0 8.0.mysql_aurora.3.10.4 8.0.mysql_aurora.3.11.1 8.0.mysql_aurora.3.12.0",
    "aurora-postgresql": "14.18 14.22 15.13 15.17 16.9 16.13 17.5 17.9",
    "mysql": "8.0.43 8.0.46 8.4.6 8.4.9",
    "postgres": "14.19 14.22 15.14 15.17 16.10 16.13 17.6 17.9 18.3",
}


def describe(self: Any) -> ActionResult:
    """DescribeDBEngineVersions: of one engine, or of all."""
    wanted = self.params.get("Engine")
    return ActionResult(
        {
            "DBEngineVersions": [
                {"Engine": engine, "EngineVersion": version, "Status": "available"}
                for engine, versions in _VERSIONS.items()
                if wanted in (None, engine)
                for version in versions.split()
            ]
        }
    )
