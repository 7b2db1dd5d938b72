using System.Text.Json.Nodes;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>One thing that is asked of CloudFormation.</summary>
/// <param name="Pass">When.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Wanted">The stack in the assembly, or null when it is deleted.</param>
/// <param name="Template">What it is deployed with, or null when it is deleted.</param>
/// <param name="After">Names of the stacks of the same pass that go first.</param>
internal sealed record StackOperation(
    Pass Pass, string Stack, AssemblyStack? Wanted, JsonObject? Template, IReadOnlyList<string> After)
{
    /// <summary>
    /// True when a value that it reads from another stack may change although its own template does not: the CDK CLI would
    /// skip it, because the parameter is marked as lasting.
    /// </summary>
    public bool Forced { get; init; }

    /// <summary>What becomes of a release command once this operation is done, which is its <see cref="ReleaseStage"/>.</summary>
    public ReleaseRun Release { get; init; }
}
