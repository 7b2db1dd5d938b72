namespace Landfall.Aws.CloudFormation;

/// <summary>A deployed CloudFormation stack.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="Id">The stack's ARN.</param>
/// <param name="Status">Its status, for example <c>UPDATE_COMPLETE</c>.</param>
/// <param name="StatusReason">Why it has this status, or null.</param>
/// <param name="Updated">When it was last created or updated.</param>
/// <param name="TerminationProtection">True when AWS refuses to delete it.</param>
/// <param name="Outputs">Its outputs by name.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Parameters">The values that it was last deployed with, by parameter; what came from SSM is resolved.</param>
public sealed record Stack(
    string Name,
    string Id,
    string Status,
    string? StatusReason,
    DateTimeOffset Updated,
    bool TerminationProtection,
    IReadOnlyDictionary<string, string> Outputs,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyDictionary<string, string> Parameters);
