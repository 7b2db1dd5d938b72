"""Lets a caller choose its account: an access key of twelve digits is the account's number."""

import re
from typing import Any

from moto.core import responses
from moto.iam import models as iam

_ACCOUNT = re.compile(r"Credential=(\d{12})/")


def install() -> None:
    """Replaces moto's look-up of the account, which knows one default account only."""
    known = iam.get_account_id_from
    access_key_of_request = responses.BaseResponse.get_access_key

    def account_of(access_key: str) -> str:
        return access_key if re.fullmatch(r"\d{12}", access_key) else known(access_key)

    def access_key(self: Any) -> str:
        match = _ACCOUNT.search(self.headers.get("Authorization", ""))
        return match[1] if match else access_key_of_request(self)

    iam.get_account_id_from = account_of
    responses.get_account_id_from = account_of
    responses.BaseResponse.get_access_key = access_key
