"""EC2: descriptions of security group rules, and tags of launch templates."""

from typing import Any

from moto.ec2.models.launch_templates import LaunchTemplate
from moto.ec2.models.security_groups import SecurityGroupRule

from .patch import patches


@patches(SecurityGroupRule)
def __init__(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    # moto returns the description of a rule for addresses, but not for a group or a prefix list.
    group, prefix_list = (*args[6:8], None, None)[:2]
    if group or prefix_list:
        self.ip_range = {"Description": (group or prefix_list).get("Description")}


@patches(LaunchTemplate)
def create_version(original: Any, self: Any, data: dict[str, Any], description: str) -> Any:
    # moto adds the template's own tags to those of the instances.
    specifications = data.get("TagSpecifications", [])
    data["TagSpecifications"] = [one for one in specifications if one["ResourceType"] != "launch-template"]
    return original(self, data, description)
