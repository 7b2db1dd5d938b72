using Landfall.Config.Model;

namespace Landfall.Config;

/// <summary>A valid file: the settings of every environment, before they are resolved to a plan.</summary>
public sealed class AppConfig
{
    internal AppConfig(DocumentModel document, IReadOnlyList<EnvironmentSettings> environments)
    {
        Document = document;
        Environments = environments;
        EnvironmentNames = [.. environments.Select(environment => environment.Name)];
    }

    /// <summary>The application's name.</summary>
    public string App => Document.App!;

    /// <summary>The environments' names in the file's order.</summary>
    public IReadOnlyList<string> EnvironmentNames { get; }

    internal DocumentModel Document { get; }

    internal IReadOnlyList<EnvironmentSettings> Environments { get; }
}
