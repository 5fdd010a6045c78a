"""Sends a trace with OpenTelemetry alone, without a package of Langfuse."""

import base64

import connection
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

keys = f"{connection.required('LANGFUSE_PUBLIC_KEY')}:{connection.required('LANGFUSE_SECRET_KEY')}"
exporter = OTLPSpanExporter(
    endpoint=f"{connection.base_url}/api/public/otel/v1/traces",
    headers={
        "Authorization": f"Basic {base64.b64encode(keys.encode()).decode()}",
        # Langfuse 4 shows traces without it only after some minutes.
        "x-langfuse-ingestion-version": "4",
    },
)
provider = TracerProvider()
provider.add_span_processor(BatchSpanProcessor(exporter))
trace.set_tracer_provider(provider)

# Attributes of OpenTelemetry's semantic conventions for generative AI.
with trace.get_tracer("example").start_as_current_span("opentelemetry-example") as span:
    span.set_attributes(
        {
            "gen_ai.operation.name": "chat",
            "gen_ai.request.model": "gpt-4.1-mini",
            "gen_ai.usage.input_tokens": 7,
            "gen_ai.usage.output_tokens": 9,
        }
    )
    print(f"Trace: {connection.base_url}/trace/{span.get_span_context().trace_id:032x}")

provider.shutdown()
connection.fail_if_lost()
