"""CloudFormation resources that are created, changed and deleted through the local AWS's own service APIs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import api
from recorded import LocalResource

Properties = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """What the hooks of a type get: the identity of a resource, and a way to call its service."""

    service: str
    account: str
    region: str
    name: str
    id: str = ""
    before: Properties = field(default_factory=dict)
    """What a change starts from."""

    def __call__(self, operation: str, parameters: Properties) -> dict[str, Any]:
        return api.call(self.service, operation, self.region, parameters)


@dataclass(frozen=True)
class ApiType:
    """How a CloudFormation type maps onto a service API. Operations are named in snake case.

    Properties reach an operation under their own names (case aside), except those in `rename`; `prepare` computes what
    a name cannot express. What an operation does not take is left out.
    """

    service: str
    create: str
    update: str = ""
    """Empty: a change is kept in the template only."""
    delete: str = ""
    name: str = ""
    """Property that names the resource; a generated name stands in where it is absent."""
    id: str = ""
    """What Ref gives: a path into the reply of `create`, or a format over {name}, {account}, {region}, {properties}."""
    key: str = ""
    """Parameter of `update` and `delete` that takes the id."""
    keep: tuple[str, ...] = ()
    """Parameters that identify the resource besides: they go to every operation."""
    always: Properties = field(default_factory=dict)
    """Constant parameters of `delete`."""
    rename: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    """Fn::GetAtt name to a path into the reply of `create`, or to a format as in `id`; there {id} too, and of an id that
    is an ARN its {resource} part, and that without its kind: {path}."""
    extras: tuple[tuple[str, str, str], ...] = ()
    """(property, operation, parameter): set by an operation of their own after `create` and `update`."""
    prepare: Callable[[Properties, Call], Properties] | None = None
    identify: Callable[[dict[str, Any], Call], str] | None = None
    after: Callable[[Properties, Call], None] | None = None
    settle: Callable[[Properties, str, str, str], None] | None = None
    """Waits, once the resource is created or changed, until it works; from (properties, account, region, id)."""
    change: Callable[[Properties, Call], None] | None = None
    """In place of `update`, where one operation is not enough."""
    remove: Callable[[Properties, Call], None] | None = None
    """In place of `delete`, where one operation is not enough."""


def at(reply: Any, path: str) -> Any:
    """The value at a dotted path, or None."""
    for part in path.split("."):
        if isinstance(reply, list):
            reply = reply[int(part)] if int(part) < len(reply) else None
        else:
            reply = (reply or {}).get(part)
    return reply


class ApiResource(LocalResource):
    """A live resource of a type in the table."""

    __module__ = "moto.landfall.api_resource"

    def __init__(self, resource_type: str, kind: ApiType, name: str, account: str, region: str) -> None:
        super().__init__(resource_type, name, {}, account, region)
        self.kind = kind
        self.reply: dict[str, Any] = {}
        self.physical_resource_id = name

    def call(self) -> Call:
        """The identity of this resource, for a call of its service."""
        return Call(self.kind.service, self.account, self.region, self.name, self.physical_resource_id, self.properties)

    def parameters(self, properties: Properties) -> Properties:
        """The properties as parameters of the service."""
        named = {self.kind.name: self.name} if self.kind.name else {}
        given = {self.kind.rename.get(key, key): value for key, value in {**named, **properties}.items()}
        return self.kind.prepare(given, self.call()) if self.kind.prepare else given

    def create(self, properties: Properties) -> None:
        """Creates the resource and what its extra operations set."""
        kind = self.kind
        parameters = self.parameters(properties)
        self.properties = properties
        self.reply = self.call()(kind.create, parameters)
        if kind.identify:
            self.physical_resource_id = kind.identify(self.reply, self.call())
        elif kind.id:
            self.physical_resource_id = str(self.formatted(kind.id))
        try:
            self.finish(parameters)
        except Exception:
            self.delete(self.account, self.region)  # nothing else knows of it: a rollback would leave it behind
            raise

    def update(self, properties: Properties) -> None:
        """Changes the resource in place."""
        kind = self.kind
        parameters = self.parameters(properties)
        if kind.change:
            kind.change(parameters, self.call())
        elif kind.update:
            self.call()(kind.update, {**parameters, **self.key()})
        self.properties = properties
        self.finish(parameters)

    def delete(self, account_id: str, region_name: str) -> None:
        """Deletes the resource."""
        kind = self.kind
        parameters = self.parameters(self.properties)
        if kind.remove:
            kind.remove(parameters, self.call())
        elif kind.delete:
            kept = {name: parameters[name] for name in kind.keep if name in parameters}
            self.call()(kind.delete, {**kept, **kind.always, **self.key()})

    def finish(self, parameters: Properties) -> None:
        """Sets what needs an operation of its own."""
        identity = {name: parameters[name] for name in self.kind.keep if name in parameters} | self.key()
        for name, operation, parameter in self.kind.extras:
            if name in parameters:
                self.call()(operation, {**identity, parameter: parameters[name]})
        if self.kind.after:
            self.kind.after(parameters, self.call())
        if self.kind.settle:
            self.kind.settle(parameters, self.account, self.region, self.physical_resource_id)

    def key(self) -> Properties:
        """The parameter that identifies the resource."""
        return {self.kind.key: self.physical_resource_id} if self.kind.key else {}

    def formatted(self, pattern: str) -> Any:
        """A format over the resource's identity, or a path into the reply of its creation."""
        if "{" not in pattern:
            return at(self.reply, pattern)
        resource = self.physical_resource_id.split(":")[-1]
        return pattern.format(
            id=self.physical_resource_id,
            resource=resource,
            path=resource.split("/", 1)[-1],
            name=self.name,
            account=self.account,
            region=self.region,
            properties=self.properties,
        )

    def get_cfn_attribute(self, attribute_name: str) -> Any:
        """What Fn::GetAtt gives."""
        pattern = self.kind.attributes.get(attribute_name)
        value = self.formatted(pattern) if pattern else None
        if value is None:
            return super().get_cfn_attribute(attribute_name)
        return value if isinstance(value, list) else str(value)
