namespace Landfall.Config.Pipelines;

/// <summary>What a role may do.</summary>
/// <param name="Actions">The actions.</param>
/// <param name="Resources">The ARNs that they are allowed on.</param>
internal sealed record Permission(IReadOnlyList<string> Actions, IReadOnlyList<string> Resources);
