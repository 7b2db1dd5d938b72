namespace Landfall.Operations.Security.Suppressions;

/// <summary>What somebody has accepted.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day on which it is accepted; null for ever.</param>
/// <param name="Place">Where that is written.</param>
internal sealed record Suppression(string Rule, string Reason, DateOnly? Until, string Place)
{
    /// <summary>A pattern for the files that it holds for; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>The beginning of the resource that it holds for; null for all.</summary>
    public string? Resource { get; init; }
}
