"""ECS: settings and state of services, and tasks on Fargate."""

from types import SimpleNamespace
from typing import Any

from moto.ec2.models import ec2_backends
from moto.ecs.models import EC2ContainerServiceBackend, Service
from moto.ecs.responses import EC2ContainerServiceResponse

from .patch import patches

# Settings that moto does not store: name in the request, attribute and AWS's default.
MISSING_SETTINGS = [
    ("availabilityZoneRebalancing", "availability_zone_rebalancing", "DISABLED"),
    ("capacityProviderStrategy", "capacity_provider_strategy", []),
    ("deploymentConfiguration", "deployment_configuration", {}),
    ("enableECSManagedTags", "enable_ecs_managed_tags", False),
    ("enableExecuteCommand", "enable_execute_command", False),
    ("healthCheckGracePeriodSeconds", "health_check_grace_period_seconds", 0),
    ("placementConstraints", "placement_constraints", []),
    ("placementStrategy", "placement_strategy", []),
]


@patches(EC2ContainerServiceResponse)
def create_service(original: Any, self: Any) -> Any:
    answer = original(self)
    service = answer.result["service"]
    for name, attribute, default in MISSING_SETTINGS:
        given = self._get_param(name)
        setattr(service, attribute, default if given is None else given)
    return answer


def calculate(task_definition: Any) -> dict[str, Any]:
    # moto requires the memory of each container, which Fargate containers need not have.
    containers = [{"memory": 0, **container} for container in task_definition.container_definitions]
    return requirements(SimpleNamespace(container_definitions=containers))


requirements = EC2ContainerServiceBackend._calculate_task_resource_requirements
setattr(EC2ContainerServiceBackend, "_calculate_task_resource_requirements", staticmethod(calculate))


@patches(Service)
def __init__(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    # moto's services never start a task and so never become steady.
    self.running_count, self.pending_count = self.desired_count, 0
    # AWS omits it for a service without network interfaces; the provider crashes on an empty one.
    self.network_configuration = self.network_configuration or None
    for deployment in self.deployments:
        deployment.update(runningCount=self.desired_count, pendingCount=0, rolloutState="COMPLETED")


@patches(EC2ContainerServiceBackend)
def update_service(original: Any, self: Any, service_properties: dict[str, Any]) -> Any:
    service = original(self, service_properties)
    for deployment in service.deployments:
        deployment.update(taskDefinition=service.task_definition, desiredCount=service.desired_count)
        deployment.update(runningCount=service.desired_count)
    return service


@patches(EC2ContainerServiceBackend)
def list_clusters(original: Any, self: Any) -> Any:
    # AWS does not list deleted clusters.
    return [arn for arn in original(self) if self._get_cluster(arn).status != "INACTIVE"]


@patches(EC2ContainerServiceBackend)
def list_container_instances(original: Any, self: Any, cluster_str: str) -> Any:
    # The instances of moto run no ECS agent, which would register them.
    registered = {
        one.ec2_instance_id for one in self.container_instances.get(cluster_str, {}).values()
    }
    for reservation in ec2_backends[self.account_id][self.region_name].describe_instances():
        for instance in reservation.instances:
            tags = {tag["key"]: tag["value"] for tag in instance.get_tags()}
            # Both the group of a stack and the single instance of the size tiny.
            if f"{cluster_str}-clickhouse" in (tags.get("aws:autoscaling:groupName"), tags.get("Name")) and instance.state == "running" and instance.id not in registered:
                self.register_container_instance(cluster_str, instance.id)
    return original(self, cluster_str)
