using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>How often a database's password is rotated.</summary>
[Shorthand(nameof(Every))]
internal sealed record RotationModel : Section
{
    [Key("Time between rotations.", Step = "1d", Shortest = "1d", Longest = "365d", Default = "30d")]
    public TimeSpan? Every { get; init; }

    [Key("False to never rotate.", Default = "true")]
    public bool? Enabled { get; init; }
}
