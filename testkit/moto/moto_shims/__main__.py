"""moto with what it lacks for our stack; started by `python3 -m moto_shims`, it takes what moto_server takes."""

import os

# Roles attach policies that AWS manages, such as ReadOnlyAccess.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.server import main  # noqa: E402

from . import autoscaling, cloudformation, cloudfront, dlm, ec2, ecs, elasticache, rds, s3  # noqa: E402, F401

main()
