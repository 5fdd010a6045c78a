"""SES: an identity keeps its tags under the ARN that AWS gives it, instead of email-identity/NAME."""

from typing import Any

from moto.sesv2.models import SESV2Backend
from moto.utilities.utils import get_partition

from .patch import patches


@patches(SESV2Backend)
def create_email_identity(original: Any, self: Any, email_identity: str, tags: Any, **more: Any) -> Any:
    if tags:
        partition = get_partition(self.region_name)
        arn = f"arn:{partition}:ses:{self.region_name}:{self.account_id}:identity/{email_identity}"
        self.core_backend.tagger.tag_resource(arn=arn, tags=tags)
    return original(self, email_identity=email_identity, tags=tags, **more)
