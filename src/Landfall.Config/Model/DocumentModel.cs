using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>The whole file.</summary>
internal sealed record DocumentModel : SettingsModel
{
    [Key("The application's name: the first part of every stack name and parameter path.",
        Required = true, Pattern = NamePattern.App, PatternMeaning = NamePattern.AppMeaning)]
    public string? App { get; init; }

    [Key("The environments, each with what differs from the settings above it. The first one is the default of every command.",
        Required = true, Overrides = true, MinItems = 1)]
    public IReadOnlyDictionary<string, SettingsModel> Environments { get; init; } = new Dictionary<string, SettingsModel>();

    [Key("Folder of your own C# synth host, relative to the file, run in place of Landfall's.")]
    public string? Extend { get; init; }
}
