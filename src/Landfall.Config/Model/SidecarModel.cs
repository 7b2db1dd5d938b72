using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A container beside the main one.</summary>
internal sealed record SidecarModel : Section
{
    [Key("A registry reference.", Required = true,
        Pattern = ImagePattern.Reference, PatternMeaning = ImagePattern.ReferenceMeaning)]
    public string? Image { get; init; }

    [Key("The port it listens on.", Min = 1, Max = 65535)]
    public int? Port { get; init; }

    [Key("The command in place of the image's own.", Verbatim = true, Loose = true, MinItems = 1)]
    public IReadOnlyList<string> Command { get; init; } = [];

    [Key("Environment variables.", Verbatim = true, Loose = true)]
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    [Key("Stop the task when this container stops.")]
    public bool Essential { get; init; } = true;
}
