using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A mounted file system.</summary>
[Shorthand(nameof(Path))]
internal sealed record VolumeModel : Section
{
    [Key("Where it appears in the container.", Required = true, Pattern = "/\\S+", PatternMeaning = "an absolute path")]
    public string? Path { get; init; }

    [Key("Mount it read-only.")]
    public bool ReadOnly { get; init; }
}
