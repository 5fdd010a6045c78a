"""The two ways in which moto is changed: an operation is added, or an answer is mended."""

from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult


def adds(responses: type) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
    """Makes a function answer the operation of its name; what it returns is serialized as AWS would."""

    def register(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def operation(self: Any) -> ActionResult:
            return ActionResult(answer(self))

        assert not hasattr(responses, answer.__name__), f"moto has {answer.__name__} by now"
        setattr(responses, answer.__name__, operation)
        return answer

    return register


def mends(owner: type) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replaces the method of the same name; the new one gets the old one first."""

    def replace(mended: Callable[..., Any]) -> Callable[..., Any]:
        original = getattr(owner, mended.__name__)

        def method(*args: Any, **kwargs: Any) -> Any:
            return mended(original, *args, **kwargs)

        setattr(owner, mended.__name__, method)
        return mended

    return replace
