"""Sends two spans with OpenTelemetry's own exporter, without any Langfuse package, and prints the trace's id."""

import json
import sys

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

provider = TracerProvider()
provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
trace.set_tracer_provider(provider)
tracer = trace.get_tracer("example")

with tracer.start_as_current_span("answer") as span:
    with tracer.start_as_current_span("completion") as completion:
        completion.set_attribute("gen_ai.operation.name", "chat")
        completion.set_attribute("gen_ai.request.model", "gpt-4.1-mini")
        completion.set_attribute("gen_ai.usage.input_tokens", 7)
        completion.set_attribute("gen_ai.usage.output_tokens", 9)
    trace_id = format(span.get_span_context().trace_id, "032x")

provider.shutdown()
json.dump({"traceId": trace_id}, sys.stdout)
