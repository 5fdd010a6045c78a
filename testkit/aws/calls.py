"""Makes AWS calls with boto3, which moto requires: one process, where the AWS CLI needs one for each call.

Reads a JSON array of [service, operation, parameters, JMESPath query] from standard input, and writes the results as JSON.
"""

import json
import sys

import boto3
import jmespath

clients = {}


def result_of(service, operation, parameters, query):
    if service not in clients:
        clients[service] = boto3.client(service)
    client = clients[service]
    if client.can_paginate(operation):
        answer = client.get_paginator(operation).paginate(**parameters).build_full_result()
    else:
        answer = getattr(client, operation)(**parameters)
    return jmespath.search(query, answer)


json.dump([result_of(*call) for call in json.load(sys.stdin)], sys.stdout, default=str)
