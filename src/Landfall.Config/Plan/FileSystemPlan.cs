namespace Landfall.Config.Plan;

/// <summary>An EFS file system: encrypted, with automatic backups.</summary>
/// <param name="Name">The name under which volumes refer to it.</param>
public sealed record FileSystemPlan(string Name);
