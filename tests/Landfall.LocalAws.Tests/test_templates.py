"""Reading templates: what a part refers to, and the order that follows."""

import random
import unittest
from typing import Any

import local_aws  # sets moto up before it is imported

local_aws.endpoint()
import templates


class ReferencesTest(unittest.TestCase):
    def test_every_way_of_referring_is_found(self) -> None:
        value = {
            "a": {"Ref": "One"},
            "b": [{"Fn::GetAtt": ["Two", "Arn"]}, {"Fn::GetAtt": "Three.Endpoint.Address"}],
            "c": {"Fn::Sub": "x${Four}-${Five.Arn}-${!NotMe}-${AWS::Region}"},
            "d": {"Fn::Sub": ["${Six}${Local}", {"Local": {"Ref": "Seven"}}]},
            "e": {"Fn::If": ["Condition", {"Ref": "Eight"}, {"Ref": "AWS::NoValue"}]},
        }
        found = set(templates.references(value))
        self.assertEqual(
            found,
            {"One", "Two", "Three", "Four", "Five", "AWS::Region", "Six", "Local", "Seven", "Eight", "AWS::NoValue"},
        )

    def test_imports_are_found_at_any_depth(self) -> None:
        template = {"Resources": {"A": {"Properties": {"X": [{"Fn::ImportValue": "net-vpc"}]}}}, "Outputs": {"Fn::ImportValue": "dns"}}
        self.assertEqual(sorted(templates.imported_exports(template)), ["dns", "net-vpc"])


class CreationOrderTest(unittest.TestCase):
    def test_random_graphs_put_each_resource_after_what_it_needs(self) -> None:
        for seed in range(200):
            chance = random.Random(seed)
            resources, needs = self.random_graph(chance)
            order = templates.creation_order(resources)
            self.assertCountEqual(order, resources, f"seed {seed}")
            for name, needed in needs.items():
                for other in needed:
                    self.assertLess(order.index(other), order.index(name), f"seed {seed}: {name} needs {other}")

    def test_independent_resources_keep_the_template_s_order(self) -> None:
        self.assertEqual(templates.creation_order({"B": {}, "A": {}, "C": {}}), ["B", "A", "C"])

    def test_a_circle_ends(self) -> None:
        circle = {"A": {"Properties": {"x": {"Ref": "B"}}}, "B": {"DependsOn": "A"}}
        self.assertCountEqual(templates.creation_order(circle), ["A", "B"])

    @staticmethod
    def random_graph(chance: random.Random) -> tuple[dict[str, Any], dict[str, set[str]]]:
        """Resources that need earlier names of a hidden order, shuffled; and who needs whom."""
        names = [f"R{number}" for number in range(chance.randint(1, 12))]
        needs: dict[str, set[str]] = {}
        resources = {}
        for position, name in enumerate(names):
            needed = chance.sample(names[:position], chance.randint(0, min(3, position)))
            needs[name] = set(needed)
            ways = [{"Ref": other} if chance.random() < 0.5 else {"Fn::GetAtt": [other, "Arn"]} for other in needed[1:]]
            resources[name] = {"Properties": {"list": ways}, "DependsOn": needed[:1]}
        chance.shuffle(names)
        return {name: resources[name] for name in names}, needs


class ParseTest(unittest.TestCase):
    def test_json_and_yaml_give_the_same(self) -> None:
        wanted = {"Resources": {"A": {"Type": "AWS::SQS::Queue"}}}
        self.assertEqual(templates.parse('{"Resources": {"A": {"Type": "AWS::SQS::Queue"}}}'), wanted)
        self.assertEqual(templates.parse("Resources:\n  A:\n    Type: AWS::SQS::Queue\n"), wanted)
