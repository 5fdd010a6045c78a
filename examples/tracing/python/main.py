"""Traces one chat completion of OpenAI."""

import os

import connection
from langfuse import get_client, observe, propagate_attributes
from langfuse.openai import openai


@observe()
def ask(question: str) -> str | None:
    """Asks the model. The wrapped client records a generation: model, input, output, token usage and duration."""
    completion = openai.chat.completions.create(
        model=os.environ.get("OPENAI_MODEL", "gpt-4.1-mini"),
        messages=[{"role": "user", "content": question}],
    )
    answer = completion.choices[0].message.content
    # The current trace is available only inside of the observed function.
    print(answer, f"Trace: {connection.base_url}/trace/{get_client().get_current_trace_id()}", sep="\n")
    return answer


connection.check_keys()
try:
    with propagate_attributes(trace_name="tracing-example"):
        ask("Which city is the capital of France?")
finally:
    connection.finish()
