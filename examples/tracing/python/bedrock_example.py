"""Traces one call of a model in Amazon Bedrock."""

import os

import boto3
import connection
from langfuse import get_client

# Reads AWS credentials and AWS_DEFAULT_REGION; boto3 does not read AWS_REGION.
bedrock = boto3.client("bedrock-runtime")
model = os.environ.get("BEDROCK_MODEL", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")
messages = [{"role": "user", "content": [{"text": "Which city is the capital of France?"}]}]

connection.check_keys()
try:
    with get_client().start_as_current_observation(
        name="bedrock-example", as_type="generation", model=model, input=messages
    ) as generation:
        response = bedrock.converse(modelId=model, messages=messages)
        message, usage = response["output"]["message"], response["usage"]
        generation.update(
            output=message,
            usage_details={
                "input": usage["inputTokens"],
                "output": usage["outputTokens"],
                "total": usage["totalTokens"],
            },
        )
        print(
            message["content"][0]["text"],
            f"Trace: {connection.base_url}/trace/{generation.trace_id}",
            sep="\n",
        )
finally:
    connection.finish()
