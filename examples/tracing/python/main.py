import os

from dotenv import load_dotenv
from langfuse import get_client, observe, propagate_attributes
from langfuse.openai import openai

# Of this folder or one above. Langfuse and OpenAI read their addresses and keys when they are first called.
load_dotenv()
# Without an address, the SDK would send prompts and answers to Langfuse Cloud.
base_url = os.environ.get("LANGFUSE_BASE_URL")
if not base_url:
    raise SystemExit("LANGFUSE_BASE_URL is not set: say in .env where your Langfuse answers")


@observe()
def ask(question: str) -> str | None:
    """Asks the model. The wrapped client leaves a generation behind: model, input, output, token usage, duration."""
    completion = openai.chat.completions.create(
        model=os.environ.get("OPENAI_MODEL", "gpt-4.1-mini"),
        messages=[{"role": "user", "content": question}],
    )
    answer = completion.choices[0].message.content
    # Only in here is there a current trace.
    print(answer, f"Trace: {base_url}/trace/{get_client().get_current_trace_id()}", sep="\n")
    return answer


with propagate_attributes(trace_name="tracing-example"):
    ask("Which city is the capital of France?")

# Spans leave in the background, in batches: wait for the last one. One that is refused is logged, not raised.
get_client().flush()
