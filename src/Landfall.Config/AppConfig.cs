using Landfall.Config.Binding;
using Landfall.Config.Model;

namespace Landfall.Config;

/// <summary>A valid file: the settings of every environment, before they are resolved to a plan.</summary>
public sealed class AppConfig
{
    internal AppConfig(string root, DocumentModel document, IReadOnlyList<EnvironmentSettings> environments)
    {
        Root = root;
        Document = document;
        Environments = environments;
        EnvironmentNames = [.. environments.Select(environment => environment.Name)];
    }

    /// <summary>The application's name.</summary>
    public string App => Document.App!;

    /// <summary>The environments' names in the file's order.</summary>
    public IReadOnlyList<string> EnvironmentNames { get; }

    /// <summary>The pipelines' names in the file's order; empty text for the one of <c>pipeline</c>.</summary>
    public IReadOnlyList<string> PipelineNames => [.. Document.AllPipelines.Select(pipeline => pipeline.Key)];

    /// <summary>The folder of the file, for messages.</summary>
    internal string Root { get; }

    internal DocumentModel Document { get; }

    private IReadOnlyList<EnvironmentSettings> Environments { get; }

    /// <summary>Finds the settings of an environment.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <returns>The settings, with everything laid over.</returns>
    /// <exception cref="LandfallException">There is no such environment.</exception>
    internal SettingsModel SettingsOf(string environment) =>
        Environments.FirstOrDefault(candidate => candidate.Name == environment)?.Settings
        ?? throw new LandfallException(
            ErrorCodes.UnknownEnvironment,
            $"There is no environment '{environment}'. There is {string.Join(", ", EnvironmentNames)}.{Suggestion.DidYouMean(environment, EnvironmentNames)}");
}
