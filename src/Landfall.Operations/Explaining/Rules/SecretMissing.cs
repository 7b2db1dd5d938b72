using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>A secret that tasks are to get is not there, or has no value.</summary>
internal sealed partial class SecretMissing : IHealthRule
{
    /// <inheritdoc />
    public string Id => "secret-missing";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Say(Says()) is { Count: > 0 } said
        ? new Finding(
            Id,
            "A secret that the tasks are given is not there, or has no value or not that key.",
            said,
            "Give it a value with 'landfall secret set --name <secret>'; ECS then starts the next task with it. A key is looked for where the file names one.")
        : null;

    [GeneratedRegex(@"(?:secret|from asm|from ssm).*(?:ResourceNotFoundException|can.t find the specified secret|invalid parameters|ParameterNotFound)|did not contain json key", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
