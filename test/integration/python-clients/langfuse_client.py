"""Uses the Langfuse SDK as an application does and prints the results as one JSON object."""

import json
import sys

from langfuse import get_client
from langfuse.media import LangfuseMedia

client = get_client()
is_authenticated = client.auth_check()

with client.start_as_current_observation(name="answer", as_type="span") as span:
    with client.start_as_current_observation(
        name="completion",
        as_type="generation",
        model="gpt-4.1-mini",
        input=[{"role": "user", "content": "hello"}],
    ) as generation:
        media = LangfuseMedia(content_bytes=b"an image", content_type="image/png")
        generation.update(
            output={"role": "assistant", "content": "good day"},
            usage_details={"input": 7, "output": 9},
            metadata={"image": media},
        )
        client.score_current_trace(name="quality", value=1.0, data_type="NUMERIC")
    trace_id = span.trace_id

client.flush()
prompt = client.get_prompt("greeting")
client.shutdown()
json.dump(
    {
        "isAuthenticated": is_authenticated,
        "traceId": trace_id,
        "prompt": prompt.compile(name="Ada"),
    },
    sys.stdout,
)
