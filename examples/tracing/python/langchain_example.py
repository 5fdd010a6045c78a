"""Traces a LangChain chain."""

import os

import connection
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from langfuse.langchain import CallbackHandler

connection.check_keys()
prompt = ChatPromptTemplate.from_template("Which city is the capital of {country}?")
chain = prompt | ChatOpenAI(model=os.environ.get("OPENAI_MODEL", "gpt-4.1-mini"))

handler = CallbackHandler()
try:
    answer = chain.invoke({"country": "France"}, config={"callbacks": [handler], "run_name": "langchain-example"})
    print(answer.content, f"Trace: {connection.base_url}/trace/{handler.last_trace_id}", sep="\n")
finally:
    connection.finish()
