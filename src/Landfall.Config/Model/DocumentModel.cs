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

    [Key("The way from a push to the environments.")]
    public PipelineModel? Pipeline { get; init; }

    [Key("More such ways by name, each with its branch and its environments.")]
    public IReadOnlyDictionary<string, PipelineModel> Pipelines { get; init; } = new Dictionary<string, PipelineModel>();

    /// <summary>Every pipeline by name, the one of 'pipeline' under none.</summary>
    public IEnumerable<KeyValuePair<string, PipelineModel>> AllPipelines =>
        Pipeline is null ? Pipelines : Pipelines.Prepend(KeyValuePair.Create("", Pipeline));
}
