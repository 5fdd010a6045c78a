"""Connects to Langfuse, and ends the program with an error if a trace does not arrive."""

import logging
import os
import sys

from dotenv import load_dotenv

# Reads .env of this folder or of one above, before Langfuse and OpenAI are first used.
load_dotenv()


class DeliveryErrors(logging.Handler):
    """Collects the errors of the exporter, which are logged and never raised."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []
        for name in ("opentelemetry", "langfuse"):
            logging.getLogger(name).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


errors = DeliveryErrors()


def required(name: str) -> str:
    """Returns a setting. Without an address, the SDK would send prompts and answers to Langfuse Cloud."""
    value = os.environ.get(name)
    if not value:
        sys.exit(f"{name} is not set: set it in .env")
    return value


base_url = required("LANGFUSE_BASE_URL")


def check_keys() -> None:
    """Ends the program if Langfuse cannot be reached or rejects the API keys."""
    from langfuse import get_client

    try:
        accepted = get_client().auth_check()
    except Exception as error:
        # An answer of the API has a status; its text has all headers.
        answer = getattr(error, "status_code", None)
        sys.exit(f"Langfuse at {base_url} did not accept the API keys: {answer or error or type(error).__name__}")
    if not accepted:
        sys.exit(f"Langfuse at {base_url} rejected the API keys")


def finish() -> None:
    """Waits until the trace is sent, and ends the program if it was not accepted."""
    from langfuse import get_client

    get_client().flush()
    fail_if_lost()


def fail_if_lost() -> None:
    if errors.messages:
        sys.exit(f"The trace did not arrive at {base_url}: {errors.messages[-1]}")
