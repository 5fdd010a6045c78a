"""S3: the two conditions of the stack's bucket policies, TLS and the calling role."""

import json
from typing import Any

from flask import request
from moto.s3.models import FakeBucket
from moto.sts.models import sts_backends

from .patch import patches


def calling_role() -> str:
    """ARN of the role that signed the request; empty for a user."""
    _, _, scope = request.headers.get("Authorization", "").partition("Credential=")
    for backends in sts_backends.values():
        role = backends["aws"].get_assumed_role_from_access_key(scope.split("/")[0])
        if role is not None:
            return str(role.role_arn)
    return ""


def applies(condition: dict[str, Any]) -> bool:
    if condition == {"Bool": {"aws:SecureTransport": "false"}}:
        # Requests to moto represent requests over TLS.
        return False
    if list(condition) == ["ArnNotEquals"] and list(condition["ArnNotEquals"]) == ["aws:PrincipalArn"]:
        return bool(condition["ArnNotEquals"]["aws:PrincipalArn"] != calling_role())
    # An unknown condition denies, so that its test fails.
    return True


@patches(FakeBucket)
def get_permission(original: Any, self: Any, action: str, resource: str) -> Any:
    # moto evaluates neither condition, and denies requests by statements that it cannot evaluate.
    original_policy = self.policy
    if original_policy is None:
        return original(self, action, resource)
    policy = json.loads(original_policy)
    statements = [one for one in policy["Statement"] if applies(one.pop("Condition", {}))]
    try:
        self.policy = json.dumps({**policy, "Statement": statements}).encode()
        return original(self, action, resource)
    finally:
        self.policy = original_policy
