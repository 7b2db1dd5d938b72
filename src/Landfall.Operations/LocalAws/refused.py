"""How the local AWS refuses."""


class RefusedError(Exception):
    """A refusal; CloudFormation tells the service's words and its code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{message} (Error Code: {code})")
