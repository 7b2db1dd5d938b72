"""Runs this folder's tests and ends with the line that ./test.sh counts.

usage: python3 run.py [NAME…]   only the tests whose id contains one of these
"""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).parent
# Where there is no checkout to write to, and so that no stale bytecode ends up in the program's package.
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parents[1] / "src" / "Landfall.Operations" / "LocalAws"))


def main() -> int:
    """Gives 0 when every test passed."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{name}*" for name in sys.argv[1:]] or None
    result = unittest.TextTestRunner(stream=sys.stdout).run(loader.discover(str(HERE)))
    outside = sum(not isinstance(test, unittest.TestCase) for test, _ in result.errors)  # in a set-up of several tests
    failed = len(result.failures) + len(result.errors) - outside + len(result.unexpectedSuccesses)
    print(f"Total: {result.testsRun}, Errors: {outside}, Failed: {failed}, Skipped: {len(result.skipped)}, Not Run: 0")
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
