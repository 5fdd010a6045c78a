"""CloudFormation: generated secrets, an ElastiCache user and user group that use one, an identity provider, a bucket policy, and corrections."""

import json
import re
from typing import Any

from moto.cloudformation import parsing
from moto.core.common_models import CloudFormationModel
from moto.elasticache.models import elasticache_backends
from moto.iam.models import Role, iam_backends
from moto.s3.models import s3_backends
from moto.secretsmanager.models import secretsmanager_backends
from moto.secretsmanager.utils import random_password
from moto.ssm.models import SimpleSystemManagerBackend

from .patch import patches

DYNAMIC = re.compile(
    r"\{\{resolve:secretsmanager:(arn:(?:[^:}]*:){5}[^:}]*|[^:}]+)(?::SecretString(?::([^:}]*))?)?[^}]*\}\}"
)


class Resource:
    """Base of the resource types: an id, and attributes by name."""

    def __init__(self, physical_resource_id: str, attributes: dict[str, str]):
        self.physical_resource_id = physical_resource_id
        self.attributes = attributes

    def get_cfn_attribute(self, name: str) -> str:
        return self.attributes[name]

    def is_created(self) -> bool:
        return True

    @classmethod
    def update_from_cloudformation_json(cls, original_resource: Any, **changed: Any) -> Any:
        # Updates keep the resource and the value of its secret.
        return original_resource


def generate(how: dict[str, Any]) -> str:
    def flag(name: str, default: bool) -> bool:
        return str(how.get(name, default)).lower() == "true"

    generated = random_password(
        int(how.get("PasswordLength", 32)),
        how.get("ExcludeCharacters", ""),
        flag("ExcludeNumbers", False),
        flag("ExcludePunctuation", False),
        flag("ExcludeUppercase", False),
        flag("ExcludeLowercase", False),
        flag("IncludeSpace", False),
        flag("RequireEachIncludedType", True),
    )
    template = how.get("SecretStringTemplate")
    if template is None:
        return generated
    return json.dumps({**json.loads(template), how["GenerateStringKey"]: generated})


class Secret(Resource, CloudFormationModel):
    @staticmethod
    def cloudformation_type() -> str:
        return "AWS::SecretsManager::Secret"

    @staticmethod
    def cloudformation_name_type() -> str:
        return "Name"

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return attr == "Id"

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **_: Any
    ) -> Any:
        given = cloudformation_json["Properties"]
        how = given.get("GenerateSecretString")
        made = secretsmanager_backends[account_id][region_name].create_secret(
            name=resource_name,
            secret_string=given.get("SecretString") if how is None else generate(how),
            secret_binary=None,
            description=given.get("Description"),
            tags=given.get("Tags"),
            kms_key_id=given.get("KmsKeyId"),
            client_request_token=None,
            replica_regions=[],
            force_overwrite=False,
        )
        arn = json.loads(made)["ARN"]
        return cls(arn, {"Id": arn})

    @classmethod
    def delete_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> None:
        # CloudFormation deletes without a recovery window.
        secretsmanager_backends[account_id][region_name].delete_secret(resource_name, None, True)


def resolve(value: str, account_id: str, region_name: str) -> str:
    def value_of(found: re.Match[str]) -> str:
        secret = secretsmanager_backends[account_id][region_name].get_secret_value(found[1], None, None)
        text = str(secret["SecretString"])
        return str(json.loads(text)[found[2]]) if found[2] else text

    return DYNAMIC.sub(value_of, value)


class CacheUser(Resource, CloudFormationModel):
    @staticmethod
    def cloudformation_type() -> str:
        return "AWS::ElastiCache::User"

    @staticmethod
    def cloudformation_name_type() -> str:
        return "UserId"

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return attr in ("Arn", "Status")

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **_: Any
    ) -> Any:
        given = cloudformation_json["Properties"]
        mode = given.get("AuthenticationMode", {})
        passwords = given.get("Passwords") or mode.get("Passwords") or []
        user = elasticache_backends[account_id][region_name].create_user(
            user_id=resource_name,
            user_name=given["UserName"],
            engine=given["Engine"],
            passwords=[resolve(one, account_id, region_name) for one in passwords],
            access_string=given.get("AccessString", ""),
            no_password_required=mode.get("Type") == "no-password-required",
            authentication_type=mode.get("Type", "password"),
            tags=given.get("Tags"),
        )
        return cls(resource_name, {"Arn": user.arn, "Status": "active"})

    @classmethod
    def delete_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> None:
        # AWS does not delete a user that belongs to a group.
        backend = elasticache_backends[account_id][region_name]
        assert all(resource_name not in group["UserIds"] for group in backend.user_groups.values())
        del backend.users[resource_name]


class CacheUserGroup(Resource, CloudFormationModel):
    @staticmethod
    def cloudformation_type() -> str:
        return "AWS::ElastiCache::UserGroup"

    @staticmethod
    def cloudformation_name_type() -> str:
        return "UserGroupId"

    @classmethod
    def has_cfn_attr(cls, attr: str) -> bool:
        return attr in ("Arn", "Status")

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **_: Any
    ) -> Any:
        given = cloudformation_json["Properties"]
        backend = elasticache_backends[account_id][region_name]
        assert all(user in backend.users for user in given["UserIds"]), given["UserIds"]
        arn = f"arn:aws:elasticache:{region_name}:{account_id}:usergroup:{resource_name}"
        backend.user_groups[resource_name] = {
            "UserGroupId": resource_name,
            "Status": "active",
            "Engine": given["Engine"],
            "UserIds": given["UserIds"],
            "ARN": arn,
        }
        return cls(resource_name, {"Arn": arn, "Status": "active"})

    @classmethod
    def delete_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> None:
        backend = elasticache_backends[account_id][region_name]
        in_use = [one for one in backend.replication_groups.values() if resource_name in one.user_group_ids]
        assert not in_use, f"user group {resource_name} is in use"
        del backend.user_groups[resource_name]


class IdentityProvider(Resource, CloudFormationModel):
    @staticmethod
    def cloudformation_type() -> str:
        return "AWS::IAM::OIDCProvider"

    @staticmethod
    def cloudformation_name_type() -> str:
        return ""

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **_: Any
    ) -> Any:
        given = cloudformation_json["Properties"]
        backend = iam_backends[account_id]["aws"]
        made = backend.create_open_id_connect_provider(
            given["Url"], given.get("ThumbprintList", []), given["ClientIdList"], given.get("Tags", [])
        )
        return cls(made.arn, {"Arn": made.arn})

    @classmethod
    def delete_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> None:
        iam_backends[account_id]["aws"].delete_open_id_connect_provider(resource_name)


class BucketPolicy(Resource, CloudFormationModel):
    @staticmethod
    def cloudformation_type() -> str:
        return "AWS::S3::BucketPolicy"

    @staticmethod
    def cloudformation_name_type() -> str:
        return ""

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **_: Any
    ) -> Any:
        given = cloudformation_json["Properties"]
        s3_backends[account_id]["aws"].put_bucket_policy(given["Bucket"], json.dumps(given["PolicyDocument"]).encode())
        return cls(given["Bucket"], {})

    @classmethod
    def delete_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str
    ) -> None:
        s3_backends[account_id]["aws"].delete_bucket_policy(resource_name)


@patches(parsing)
def resource_class_from_type(original: Any, resource_type: str) -> Any:
    # moto ignores unknown resource types and reports the stack as complete.
    found = original(resource_type)
    assert found is not None, f"neither moto nor a shim makes {resource_type}"
    return found


# AWS::NoValue removes an element of a list; moto leaves a null.
@patches(parsing)
def clean_json(original: Any, resource_json: Any, resources_map: Any) -> Any:
    cleaned = original(resource_json, resources_map)
    return [element for element in cleaned if element is not None] if isinstance(cleaned, list) else cleaned


# The tags of a parameter are a map in a template; moto expects a list. The API passes other arguments by position.
@patches(SimpleSystemManagerBackend)
def put_parameter(original: Any, self: Any, *given: Any, **settings: Any) -> Any:
    tags = settings.get("tags")
    if isinstance(tags, dict):
        settings["tags"] = [{"Key": key, "Value": value} for key, value in tags.items()]
    return original(self, *given, **settings)


# A template contains the document itself; moto stores it as it is, and fails where it expects text.
@patches(Role)
def put_policy(original: Any, self: Any, policy_name: str, policy_json: Any) -> None:
    original(self, policy_name, policy_json if isinstance(policy_json, str) else json.dumps(policy_json))
