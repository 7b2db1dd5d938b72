"""The table of what CloudFormation replaces."""

import unittest

import property_table


class PropertyTableTest(unittest.TestCase):
    def test_create_only_queue_has_fifo(self) -> None:
        self.assertEqual(["FifoQueue", "QueueName"], property_table.create_only("AWS::SQS::Queue"))

    def test_conditional_create_only_table_has_its_key(self) -> None:
        self.assertEqual(["KeySchema"], property_table.conditional_create_only("AWS::DynamoDB::Table"))

    def test_unknown_type_has_nothing(self) -> None:
        self.assertFalse(property_table.is_known("Acme::Thing::Type"))
        self.assertEqual([], property_table.create_only("Acme::Thing::Type"))
