namespace Landfall.Config.Stacks;

/// <summary>A CloudFormation stack of a plan.</summary>
/// <param name="Name">The stack's name.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Service">The service's <c>Name</c>, or null for the other kinds.</param>
/// <param name="Region">The region that it is in.</param>
/// <param name="DependsOn">Names of the stacks that have to be deployed before it.</param>
public sealed record StackPlan(string Name, StackKind Kind, string? Service, string Region, IReadOnlyList<string> DependsOn);
