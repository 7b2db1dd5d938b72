using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>How often a database's password is rotated.</summary>
[Shorthand(nameof(Every))]
internal sealed record RotationModel : Section
{
    [Key("Time between rotations.", Step = "1d", Shortest = "1d", Longest = "365d")]
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(30);

    [Key("False to never rotate.")]
    public bool Enabled { get; init; } = true;
}
