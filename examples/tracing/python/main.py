import os

from dotenv import load_dotenv
from langfuse import get_client, observe, propagate_attributes
from langfuse.openai import openai

# Reads .env of this folder or of one above, before Langfuse and OpenAI are first used.
load_dotenv()
# Without an address, the SDK would send prompts and answers to Langfuse Cloud.
base_url = os.environ.get("LANGFUSE_BASE_URL")
if not base_url:
    raise SystemExit("LANGFUSE_BASE_URL is not set: set it in .env to the URL of your Langfuse")


@observe()
def ask(question: str) -> str | None:
    """Asks the model. The wrapped client records a generation: model, input, output, token usage and duration."""
    completion = openai.chat.completions.create(
        model=os.environ.get("OPENAI_MODEL", "gpt-4.1-mini"),
        messages=[{"role": "user", "content": question}],
    )
    answer = completion.choices[0].message.content
    # The current trace is available only inside of the observed function.
    print(answer, f"Trace: {base_url}/trace/{get_client().get_current_trace_id()}", sep="\n")
    return answer


with propagate_attributes(trace_name="tracing-example"):
    ask("Which city is the capital of France?")

# Spans are sent in the background: wait for the last one. A rejected span is logged, not raised.
get_client().flush()
