"""The local AWS's page on which a test says how tasks of a service are, taken back when the test ends."""

import json
import urllib.request
from typing import Any

import local_aws
from local_aws import LocalAwsTest


class TaskPageTest(LocalAwsTest):
    """A test that says so."""

    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(self.page, clear=True)

    def page(self, **request: Any) -> Any:
        """Says it."""
        data = json.dumps(request).encode()
        with urllib.request.urlopen(f"{local_aws.endpoint()}/landfall/failing-tasks", data) as answer:
            return json.load(answer)
