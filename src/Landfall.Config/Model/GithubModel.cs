using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>What GitHub's tokens say of a repository besides its name.</summary>
internal sealed record GithubModel : Section
{
    [Key("The number of the repository's owner, which the subject of GitHub's tokens has for repositories made, renamed or moved since 15 July 2026. 'gh api repos/OWNER/NAME' shows it as owner.id.",
        Loose = true, Pattern = "[0-9]{1,20}", PatternMeaning = "a number")]
    public string? OwnerId { get; init; }

    [Key("The number of the repository, beside 'ownerId'. 'gh api repos/OWNER/NAME' shows it as id.",
        Loose = true, Pattern = "[0-9]{1,20}", PatternMeaning = "a number")]
    public string? RepositoryId { get; init; }
}
