"""ECS: services that run what they are told to, and tasks on Fargate that run and end."""

from types import SimpleNamespace
from typing import Any

from moto.ecs.models import EC2ContainerServiceBackend, Service
from moto.ecs.responses import EC2ContainerServiceResponse

from .patch import mends

# What moto's services forget: name in the request, attribute, and what AWS answers without it.
FORGOTTEN = [
    ("availabilityZoneRebalancing", "availability_zone_rebalancing", "DISABLED"),
    ("capacityProviderStrategy", "capacity_provider_strategy", []),
    ("deploymentConfiguration", "deployment_configuration", {}),
    ("enableECSManagedTags", "enable_ecs_managed_tags", False),
    ("enableExecuteCommand", "enable_execute_command", False),
    ("healthCheckGracePeriodSeconds", "health_check_grace_period_seconds", 0),
    ("placementConstraints", "placement_constraints", []),
    ("placementStrategy", "placement_strategy", []),
]


@mends(EC2ContainerServiceResponse)
def create_service(original: Any, self: Any) -> Any:
    answer = original(self)
    service = answer.result["service"]
    for name, attribute, otherwise in FORGOTTEN:
        given = self._get_param(name)
        setattr(service, attribute, otherwise if given is None else given)
    return answer


def calculate(task_definition: Any) -> dict[str, Any]:
    # moto adds up the memory of the containers, which on Fargate have none of their own.
    containers = [{"memory": 0, **container} for container in task_definition.container_definitions]
    return requirements(SimpleNamespace(container_definitions=containers))


requirements = EC2ContainerServiceBackend._calculate_task_resource_requirements
setattr(EC2ContainerServiceBackend, "_calculate_task_resource_requirements", staticmethod(calculate))


@mends(Service)
def __init__(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    # moto's services never start a task, so that to wait for one that is steady takes forever.
    self.running_count, self.pending_count = self.desired_count, 0
    for deployment in self.deployments:
        deployment.update(runningCount=self.desired_count, pendingCount=0, rolloutState="COMPLETED")


@mends(EC2ContainerServiceBackend)
def update_service(original: Any, self: Any, service_properties: dict[str, Any]) -> Any:
    service = original(self, service_properties)
    for deployment in service.deployments:
        deployment.update(taskDefinition=service.task_definition, desiredCount=service.desired_count)
        deployment.update(runningCount=service.desired_count)
    return service


@mends(EC2ContainerServiceBackend)
def list_clusters(original: Any, self: Any) -> Any:
    # AWS lists no cluster that was deleted.
    return [arn for arn in original(self) if self._get_cluster(arn).status != "INACTIVE"]
