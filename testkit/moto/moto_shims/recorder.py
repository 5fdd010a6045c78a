"""Records every call to the file MOTO_RECORD, one JSON object per line.

Fields: `service` (signing name), `operation`, `region`, `role` (ARN; empty for a user), `params` (parsed by the service's own
model), `headers` (those that IAM conditions can test), `tags` (of the resources that the call names, by id or ARN).
"""

import json
import os
import re
from threading import Lock
from typing import Any

from moto.acm.models import acm_backends
from moto.cloudfront.models import cloudfront_backends
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.request import determine_request_protocol, normalize_request
from moto.core.responses import BaseResponse
from moto.core.utils import get_service_model
from moto.ec2.models import ec2_backends
from moto.servicediscovery.models import servicediscovery_backends
from moto.sts.models import sts_backends

from .dlm import dlm_backends
from .patch import patches

LOCK = Lock()
EC2_ID = re.compile(r"\b[a-z]+-(?:[a-z]+-)?[0-9a-f]{8,17}\b")
HEADERS = ["if-none-match"]
# Backends whose resources policies identify by tags, with the names of the attributes that hold them.
TAGGED = {
    "cloudfront": (cloudfront_backends, ["distributions", "vpc_origins"]),
    "servicediscovery": (servicediscovery_backends, ["namespaces", "services"]),
}


def calling_role(access_key: str) -> str:
    for backends in sts_backends.values():
        role = backends["aws"].get_assumed_role_from_access_key(access_key)
        if role is not None:
            return str(role.role_arn)
    return ""


def operation_of(self: Any, request: Any) -> tuple[str, dict[str, Any]]:
    """Name and parameters of a call to another service than S3."""
    name = self._get_action()
    model = get_service_model(self.boto3_service_name)
    http = normalize_request(request)
    parser = PROTOCOL_PARSERS[determine_request_protocol(model, http.content_type)](
        model.operation_model(name), map_type=dict
    )
    return name, parser.parse(
        {
            "method": http.method,
            "values": http.values,
            "headers": http.headers,
            "body": http.data,
            "url_path": http.path,
            "url_params": self.uri_match.groupdict() if self.uri_match else {},
        }
    )


def object_call(request: Any) -> tuple[str, dict[str, Any]]:
    """Method and subresource of a call to S3, which moto routes by itself."""
    bucket, _, key = request.path.lstrip("/").partition("/")
    subresource = next((one for one in request.args if not request.args[one] or one == "versionId"), "")
    listing = "list-type" if "list-type" in request.args or "prefix" in request.args else ""
    return f"{request.method} {'object' if key else 'bucket'} {subresource or listing}".strip(), {
        "Bucket": bucket,
        "Key": key,
        "Copy": request.headers.get("x-amz-copy-source", ""),
        **({"Body": request.data.decode(errors="replace")} if subresource in ("delete", "tagging") else {}),
    }


def as_pairs(tags: Any) -> dict[str, str]:
    """Tags in one of the shapes of moto, as an object."""
    if isinstance(tags, dict):
        tags = tags.get("Tags", tags)
    if isinstance(tags, dict):
        return {str(key): str(value) for key, value in tags.items()}
    return {str(one.get("Key", one.get("key"))): str(one.get("Value", one.get("value"))) for one in tags or []}


def resource_arn(resource: Any) -> str:
    """ARN of a resource of moto (an object) or of the shims (a dictionary)."""
    if isinstance(resource, dict):
        return str(resource.get("Arn") or resource["PolicyArn"])
    return str(resource.arn)


def tags_of(service: str, account: str, region: str, text: str) -> dict[str, dict[str, str]]:
    """Tags of the resources that a call names, before the call."""
    if service == "ec2":
        found: dict[str, dict[str, str]] = {one: {} for one in EC2_ID.findall(text)}
        tags = ec2_backends[account][region].describe_tags({"resource-id": list(found)}) if found else []
        for tag in tags:
            found[str(tag["resource_id"])][str(tag["key"])] = str(tag["value"])
        return found
    if service == "acm":
        certificates = acm_backends[account][region]._certificates
        return {arn: as_pairs(one.tags) for arn, one in certificates.items() if arn in text}
    if service == "dlm":
        policies = dlm_backends[account][region].policies
        return {resource_arn(one): as_pairs(one.get("Tags")) for key, one in policies.items() if key in text}
    if service not in TAGGED:
        return {}
    backends, attributes = TAGGED[service]
    backend = backends[account]["aws" if service == "cloudfront" else region]
    named = [one for name in attributes for key, one in getattr(backend, name, {}).items() if key in text]
    arns = map(resource_arn, named)
    return {arn: as_pairs(backend.tagger.list_tags_for_resource(arn)) for arn in arns}


def write(line: dict[str, Any]) -> None:
    with LOCK, open(os.environ["MOTO_RECORD"], "a", encoding="utf-8") as file:
        file.write(json.dumps(line, default=str) + "\n")


if "MOTO_RECORD" in os.environ:

    @patches(BaseResponse)
    def setup_class(original: Any, self: Any, request: Any, full_url: Any, headers: Any, *args: Any, **kwargs: Any) -> None:
        original(self, request, full_url, headers, *args, **kwargs)
        try:
            is_s3 = self.service_name == "s3"
            operation, params = object_call(request) if is_s3 else operation_of(self, request)
            scope = re.search(r"Credential=([^/]+)/[^/]+/([^/]+)/([^/]+)/", request.headers.get("Authorization", ""))
            key, region, service = scope.groups() if scope else ("", self.region, self.service_name)
            text = json.dumps(params, default=str)
            write(
                {
                    "service": service,
                    "operation": operation,
                    "region": region,
                    "role": calling_role(key),
                    "params": params,
                    "headers": {name: request.headers[name] for name in HEADERS if name in request.headers},
                    "tags": {} if is_s3 else tags_of(self.service_name, self.current_account, region, text),
                }
            )
        except Exception as error:  # A call that cannot be recorded must fail the test that reads the record.
            write({"error": repr(error), "url": full_url, "service": self.service_name})
