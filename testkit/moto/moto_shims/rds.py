"""RDS: no settings of Aurora Serverless v1 for a cluster of v2, and Performance Insights."""

from typing import Any

from moto.rds.models import DBCluster, DBInstance

from .patch import mends

# moto answers with the settings of v1, all of them empty, and so each plan would take them away.
own = DBCluster.scaling_configuration_info.fget
DBCluster.scaling_configuration_info = property(  # type: ignore[assignment]
    lambda self: own(self) if self.engine_mode == "serverless" else None
)


@mends(DBInstance)
def __init__(original: Any, self: Any, *args: Any, **given: Any) -> None:
    original(self, *args, **given)
    self.performance_insights_enabled = given.get("enable_performance_insights", False)
