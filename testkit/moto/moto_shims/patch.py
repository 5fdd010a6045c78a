"""Decorators that add an operation to moto or replace one."""

from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult


def adds(responses: type) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
    """Adds the operation with the function's name; its result is serialized as AWS does."""

    def register(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def operation(self: Any) -> ActionResult:
            return ActionResult(answer(self))

        assert not hasattr(responses, answer.__name__), f"moto now has {answer.__name__}"
        setattr(responses, answer.__name__, operation)
        return answer

    return register


def patches(owner: type) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replaces the method of the same name, which is passed as the first argument."""

    def replace(replacement: Callable[..., Any]) -> Callable[..., Any]:
        original = getattr(owner, replacement.__name__)

        def method(*args: Any, **kwargs: Any) -> Any:
            return replacement(original, *args, **kwargs)

        setattr(owner, replacement.__name__, method)
        return replacement

    return replace
