namespace Landfall.Config;

/// <summary>An availability zone as one account knows it.</summary>
/// <param name="Name">Its name in the account, for example <c>eu-west-1a</c>.</param>
/// <param name="Id">Its name in every account, for example <c>euw1-az2</c>; null where only the name was recorded.</param>
public sealed record ZoneFacts(string Name, string? Id)
{
    /// <summary>True when Fargate runs there.</summary>
    public bool Fargate { get; init; } = true;

    /// <summary>The services of whose interface endpoints none can be made there, though the region has them; null for none.</summary>
    public IReadOnlyList<string>? WithoutEndpoints { get; init; }
}
