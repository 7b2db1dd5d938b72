using Xunit.v3;

namespace Landfall.EndToEnd.Tests;

/// <summary>Tests that <c>./test.sh</c> leaves to <c>./test.sh --long</c>, since minutes of whole deployments say little more than the tests of the parts.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class LongRunAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("run", "long")];
}
