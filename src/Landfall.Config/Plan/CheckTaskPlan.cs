namespace Landfall.Config.Plan;

/// <summary>A task that checks a new version by its exit code.</summary>
/// <param name="Image">The image that it runs; null for the service's own, with the service's role and secrets.</param>
/// <param name="Command">The command in place of the image's own; empty for the image's own.</param>
public sealed record CheckTaskPlan(string? Image, IReadOnlyList<string> Command)
{
    /// <summary>What it is called where a person reads of it.</summary>
    internal string Title => string.Join(' ', Command.Prepend(Image).OfType<string>()) is var whole && whole.Length > LongestTitle ? whole[..LongestTitle] + "…" : whole;

    private const int LongestTitle = 80;
}
