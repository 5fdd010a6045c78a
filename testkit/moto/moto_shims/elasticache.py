"""ElastiCache: parameter groups, user groups, and updates and members of replication groups."""

import re
from typing import Any

from moto.core.exceptions import ServiceException
from moto.elasticache.models import ElastiCacheBackend, ReplicationGroup
from moto.elasticache.responses import ElastiCacheResponse

from .patch import adds, patches


class NotFound(ServiceException):
    def __init__(self, kind: str, name: str):
        super().__init__(kind, f"{name} not found.")


def backend_of(responses: Any) -> Any:
    return responses.elasticache_backend


@patches(ElastiCacheBackend)
def __init__(original: Any, self: Any, region_name: str, account_id: str) -> None:
    original(self, region_name, account_id)
    self.arn_regex = re.compile(r"^arn:aws:elasticache:")
    self.parameter_groups = {}
    self.user_groups = {}


def arn(self: Any, kind: str, name: str) -> str:
    backend = backend_of(self)
    return f"arn:aws:elasticache:{backend.region_name}:{backend.account_id}:{kind}:{name}"


def find(groups: dict[str, Any], kind: str, name: str) -> Any:
    if name not in groups:
        raise NotFound(kind, name)
    return groups[name]


# Parameter groups, which moto lacks; Valkey needs one for `noeviction`.


def parameter_group(self: Any) -> dict[str, Any]:
    groups = backend_of(self).parameter_groups
    return find(groups, "CacheParameterGroupNotFound", self._get_param("CacheParameterGroupName"))


@adds(ElastiCacheResponse)
def create_cache_parameter_group(self: Any) -> Any:
    name = self._get_param("CacheParameterGroupName")
    group = {
        "CacheParameterGroupName": name,
        "CacheParameterGroupFamily": self._get_param("CacheParameterGroupFamily"),
        "Description": self._get_param("Description"),
        "IsGlobal": False,
        "ARN": arn(self, "parametergroup", name),
        "parameters": {},
    }
    backend_of(self).parameter_groups[name] = group
    backend_of(self).tagging_service.tag_resource(group["ARN"], self._get_param("Tags", []))
    return {"CacheParameterGroup": group}


@adds(ElastiCacheResponse)
def describe_cache_parameter_groups(self: Any) -> Any:
    if self._get_param("CacheParameterGroupName"):
        return {"CacheParameterGroups": [parameter_group(self)]}
    return {"CacheParameterGroups": list(backend_of(self).parameter_groups.values())}


@adds(ElastiCacheResponse)
def describe_cache_parameters(self: Any) -> Any:
    parameters = parameter_group(self)["parameters"]
    return {
        "Parameters": [
            {"ParameterName": name, "ParameterValue": value, "Source": "user", "IsModifiable": True}
            for name, value in parameters.items()
        ]
    }


@adds(ElastiCacheResponse)
def modify_cache_parameter_group(self: Any) -> Any:
    group = parameter_group(self)
    for one in self._get_param("ParameterNameValues", []):
        group["parameters"][one["ParameterName"]] = one["ParameterValue"]
    return {"CacheParameterGroupName": group["CacheParameterGroupName"]}


@adds(ElastiCacheResponse)
def reset_cache_parameter_group(self: Any) -> Any:
    group = parameter_group(self)
    for one in self._get_param("ParameterNameValues", []):
        group["parameters"].pop(one["ParameterName"], None)
    return {"CacheParameterGroupName": group["CacheParameterGroupName"]}


@adds(ElastiCacheResponse)
def delete_cache_parameter_group(self: Any) -> Any:
    del backend_of(self).parameter_groups[parameter_group(self)["CacheParameterGroupName"]]
    return None


@adds(ElastiCacheResponse)
def delete_cache_subnet_group(self: Any) -> Any:
    groups, name = backend_of(self).cache_subnet_groups, self._get_param("CacheSubnetGroupName")
    find(groups, "CacheSubnetGroupNotFoundFault", name)
    del groups[name]


# User groups, which moto lacks; they keep Valkey's token out of Terraform's state.


@adds(ElastiCacheResponse)
def describe_user_groups(self: Any) -> Any:
    groups = backend_of(self).user_groups
    name = self._get_param("UserGroupId")
    return {"UserGroups": [find(groups, "UserGroupNotFound", name)] if name else list(groups.values())}


# A replication group.


@patches(ReplicationGroup)
def _set_node_members_clusters_disabled(original: Any, self: Any, **given: Any) -> None:
    # moto ignores num_cache_clusters and counts replicas_per_node_group.
    replicas = given["num_cache_clusters"] - 1
    original(self, **{**given, "replicas_per_node_group": given["replicas_per_node_group"] or replicas})


@patches(ElastiCacheResponse)
def delete_replication_group(original: Any, self: Any) -> Any:
    # moto never deletes the group and creates no snapshot.
    backend, group_id = backend_of(self), self._get_param("ReplicationGroupId")
    snapshot = self._get_param("FinalSnapshotIdentifier")
    if snapshot and group_id in backend.replication_groups:
        backend.create_snapshot(snapshot, group_id, None, None, [])
    answer = original(self)
    del backend.replication_groups[group_id]
    return answer


@adds(ElastiCacheResponse)
def modify_replication_group(self: Any) -> Any:
    found = backend_of(self).describe_replication_groups(self._get_param("ReplicationGroupId"))[0]
    for name, attribute in MODIFIABLE.items():
        if self._get_param(name) is not None:
            setattr(found, attribute, self._get_param(name))
    for name, attribute in SWITCHES.items():
        if self._get_param(name) is not None:
            setattr(found, attribute, "enabled" if self._get_param(name) in (True, "true") else "disabled")
    return {"ReplicationGroup": found}


# moto answers 500 to a change of the number of replicas, which the provider repeats until its time-out.


def resize(self: Any) -> Any:
    found = backend_of(self).describe_replication_groups(self._get_param("ReplicationGroupId"))[0]
    count = int(self._get_param("NewReplicaCount")) + 1
    members = found.node_groups[0]["node_group_members"]
    while len(members) < count:
        name = f"{found.replication_group_id}-{len(members) + 1:0>3}"
        address = members[0]["read_endpoint"]["address"].replace(members[0]["cache_cluster_id"], name)
        endpoint = {**members[0]["read_endpoint"], "address": address}
        members.append({**members[0], "cache_cluster_id": name, "read_endpoint": endpoint, "current_role": "replica"})
    del members[count:]
    found.member_clusters[:] = [one["cache_cluster_id"] for one in members]
    return {"ReplicationGroup": found}


@adds(ElastiCacheResponse)
def increase_replica_count(self: Any) -> Any:
    return resize(self)


@adds(ElastiCacheResponse)
def decrease_replica_count(self: Any) -> Any:
    return resize(self)


SWITCHES = {"AutomaticFailoverEnabled": "automatic_failover", "MultiAZEnabled": "multi_az"}


MODIFIABLE = {
    "CacheNodeType": "cache_node_type",
    "CacheParameterGroupName": "cache_parameter_group_name",
    "EngineVersion": "engine_version",
    "PreferredMaintenanceWindow": "preferred_maintenance_window",
    "ReplicationGroupDescription": "description",
    "SecurityGroupIds": "security_group_ids",
    "SnapshotRetentionLimit": "snapshot_retention_limit",
    "SnapshotWindow": "snapshot_window",
}


@patches(ElastiCacheBackend)
def describe_cache_clusters(original: Any, self: Any, cache_cluster_id: str | None = None) -> Any:
    # moto lacks the members of a group, from which the provider reads engine and subnets.
    for group in self.replication_groups.values():
        if cache_cluster_id in group.member_clusters:
            return [member(group, cache_cluster_id)]
    if cache_cluster_id is not None:
        return original(self, cache_cluster_id)
    members = [member(group, one) for group in self.replication_groups.values() for one in group.member_clusters]
    return [*original(self, None), *members]


def member(group: Any, cluster_id: str) -> dict[str, Any]:
    return {
        "CacheClusterId": cluster_id,
        "ReplicationGroupId": group.replication_group_id,
        "CacheClusterStatus": "available",
        "CacheNodeType": group.cache_node_type,
        "Engine": group.engine,
        # AWS returns a patch version.
        "EngineVersion": f"{group.engine_version}.1",
        "NumCacheNodes": 1,
        "CacheSubnetGroupName": group.cache_subnet_group_name,
        "CacheParameterGroup": {"CacheParameterGroupName": group.cache_parameter_group_name},
        "SecurityGroups": [
            {"SecurityGroupId": one, "Status": "active"} for one in group.security_group_ids or []
        ],
        "PreferredMaintenanceWindow": group.preferred_maintenance_window,
        "SnapshotRetentionLimit": group.snapshot_retention_limit,
        "SnapshotWindow": group.snapshot_window,
        "AutoMinorVersionUpgrade": group.auto_minor_version_upgrade,
        "TransitEncryptionEnabled": group.transit_encryption_enabled,
        "TransitEncryptionMode": group.transit_encryption_mode,
        "AtRestEncryptionEnabled": group.at_rest_encryption_enabled,
    }
