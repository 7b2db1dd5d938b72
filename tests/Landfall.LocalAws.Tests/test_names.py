"""Generated names stay within what each service allows."""

import random
import string
import unittest

import names


class GeneratedTest(unittest.TestCase):
    def test_random_names_fit_their_type_and_end_in_a_letter_or_digit(self) -> None:
        chance = random.Random(1)
        for _ in range(500):
            kind = chance.choice([*names._LONGEST, "AWS::SNS::Topic"])
            stack = "s" + "".join(chance.choices(string.ascii_lowercase + "-", k=chance.randint(0, 100)))
            logical = "L" + "".join(chance.choices(string.ascii_letters, k=chance.randint(0, 100)))
            made = names.generated(kind, stack, logical, {})
            self.assertLessEqual(len(made), names._LONGEST.get(kind, 128), made)
            self.assertTrue(made[0].isalnum() and made[-1].isalnum(), made)
            if kind.startswith(("AWS::RDS::", "AWS::S3::")):
                self.assertEqual(made, made.lower())

    def test_both_stack_and_resource_stay_recognisable(self) -> None:
        made = names.generated("AWS::ElasticLoadBalancingV2::TargetGroup", "shop-production-api", "Blue", {})
        self.assertTrue(made.startswith("shop-product") and "-Blue-" in made, made)

    def test_a_stack_cut_at_a_hyphen_gives_one_hyphen(self) -> None:
        made = names.generated("AWS::ElasticLoadBalancingV2::TargetGroup", "mig-dev-api", "TargetGroup", {})
        self.assertTrue(made.startswith("mig-dev-TargetGroup-"), made)

    def test_two_names_differ(self) -> None:
        self.assertEqual(len({names.generated("AWS::SQS::Queue", "s", "L", {}) for _ in range(50)}), 50)

    def test_a_fifo_queue_s_name_says_so(self) -> None:
        self.assertTrue(names.generated("AWS::SQS::Queue", "s" * 90, "L", {"FifoQueue": True}).endswith(".fifo"))
