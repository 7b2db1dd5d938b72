namespace Landfall.Operations.Deployment;

/// <summary>The first resource that failed in a stack, and CloudFormation's reason.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Resource">The resource's logical id.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Reason">CloudFormation's reason.</param>
internal sealed record StackFailure(string Stack, string Resource, string Type, string Reason);
