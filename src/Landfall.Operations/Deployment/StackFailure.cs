namespace Landfall.Operations.Deployment;

/// <summary>The first resource that failed in a stack, and CloudFormation's reason.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Resource">The resource's logical id.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Reason">CloudFormation's reason.</param>
internal sealed record StackFailure(string Stack, string Resource, string Type, string Reason)
{
    /// <summary>What is known beyond CloudFormation's reason: why tasks end, health checks, the end of the log; a line each.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The stack's status at the end, for example <c>UPDATE_ROLLBACK_COMPLETE</c>; empty when the stack is gone.</summary>
    public string StackStatus { get; init; } = "";
}
