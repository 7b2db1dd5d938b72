using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A container build.</summary>
[Shorthand(nameof(Context))]
internal sealed record ImageBuildModel : Section
{
    [Key("The folder that is sent to the build, relative to the file.", Required = true)]
    public string? Context { get; init; }

    [Key("The Dockerfile, relative to the context.")]
    public string Dockerfile { get; init; } = "Dockerfile";

    [Key("The stage to build.", Default = "the last one")]
    public string? Target { get; init; }

    [Key("Build arguments; never secrets, since they can be read from the image.", Verbatim = true, Loose = true)]
    public IReadOnlyDictionary<string, string> Args { get; init; } = new Dictionary<string, string>();
}
