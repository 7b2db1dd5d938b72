using Landfall.Config.Binding;
using Landfall.Config.Model;
using Landfall.Config.Stacks;

namespace Landfall.Config;

/// <summary>A valid file: the settings of every environment, before they are resolved to a plan.</summary>
public sealed class AppConfig
{
    internal AppConfig(string root, DocumentModel document, IReadOnlyList<EnvironmentSettings> environments, Previews? previews)
    {
        Previews = previews;
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

    /// <summary>The environments of pull requests; null where the file has none.</summary>
    internal Previews? Previews { get; }

    private IReadOnlyList<EnvironmentSettings> Environments { get; }

    /// <summary>Finds the settings of an environment.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <returns>The settings, with everything laid over.</returns>
    /// <exception cref="LandfallException">There is no such environment.</exception>
    internal SettingsModel SettingsOf(string environment) =>
        Environments.FirstOrDefault(candidate => candidate.Name == environment)?.Settings
        ?? PreviewOf(environment)?.Settings
        ?? throw new LandfallException(
            ErrorCodes.UnknownEnvironment,
            $"There is no environment '{environment}'. There is {string.Join(", ", EnvironmentNames)}.{Hint(environment)}");

    /// <summary>Finds what an environment is as a pull request's.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <returns>What it copies; null for an environment of the file.</returns>
    internal Previews? PreviewOf(string environment) => PreviewNames.Is(environment) ? Previews : null;

    /// <summary>The environment under whose name facts are recorded: those of pull requests have none of their own.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <returns>A name of the file.</returns>
    internal string RecordedAs(string environment) => PreviewOf(environment)?.Of ?? environment;

    private string Hint(string environment) => !PreviewNames.IsNear(environment) ? Suggestion.DidYouMean(environment, EnvironmentNames)
        : Previews is not null ? " Those of pull requests are called pr- and the number, such as pr-7."
        : " A pull request has one of its own where the file has 'preview: true' under 'pipeline'.";
}
