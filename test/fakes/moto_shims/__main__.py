"""moto with what it lacks for our stack: `python3 -m moto_shims -H 127.0.0.1 -p 0`, and then as moto_server."""

import os

# Roles attach policies that AWS manages, such as ReadOnlyAccess.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.server import main  # noqa: E402

from . import autoscaling, cloudformation, cloudfront, dlm, ec2, ecs, elasticache, rds, s3  # noqa: E402, F401

main()
