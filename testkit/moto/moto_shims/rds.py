"""RDS: Aurora Serverless v2 without settings of v1, Performance Insights, and names of automated snapshots."""

from typing import Any

from moto.rds.models import DBCluster, DBInstance, RDSBackend

from .patch import patches

# moto returns empty settings of v1, which each plan would remove.
own = DBCluster.scaling_configuration_info.fget
DBCluster.scaling_configuration_info = property(  # type: ignore[assignment]
    lambda self: own(self) if self.engine_mode == "serverless" else None
)


@patches(DBInstance)
def __init__(original: Any, self: Any, *args: Any, **given: Any) -> None:
    original(self, *args, **given)
    self.performance_insights_enabled = given.get("enable_performance_insights", False)
    self.performance_insights_retention_period = given.get("performance_insights_retention_period", 7)


@patches(RDSBackend)
def create_auto_cluster_snapshot(original: Any, self: Any, cluster: str, snapshot: str) -> Any:
    # Two clusters of the same name in a minute, as in a restore, would get snapshots of the same name.
    return original(self, cluster, f"{snapshot}-{len(self.cluster_snapshots)}")


@patches(RDSBackend)
def create_auto_snapshot(original: Any, self: Any, instance: str, snapshot: str) -> Any:
    return original(self, instance, f"{snapshot}-{len(self.database_snapshots)}")
