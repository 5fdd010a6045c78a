"""EC2: the description of every rule of a security group, and the tags of a launch template as its own."""

from typing import Any

from moto.ec2.models.launch_templates import LaunchTemplate
from moto.ec2.models.security_groups import SecurityGroupRule

from .patch import mends


@mends(SecurityGroupRule)
def __init__(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    # moto answers with the description of a rule for addresses, and not of one for a group or a prefix list.
    group, prefix_list = (*args[6:8], None, None)[:2]
    if group or prefix_list:
        self.ip_range = {"Description": (group or prefix_list).get("Description")}


@mends(LaunchTemplate)
def create_version(original: Any, self: Any, data: dict[str, Any], description: str) -> Any:
    # moto adds the tags of the template itself to those that instances get.
    specifications = data.get("TagSpecifications", [])
    data["TagSpecifications"] = [one for one in specifications if one["ResourceType"] != "launch-template"]
    return original(self, data, description)
