using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>Where a manifest is read for: all environments, or one of them. Gathers what stands above the services in the file.</summary>
/// <param name="App">The application's name in Copilot.</param>
/// <param name="Environment">The environment, or null for what all have.</param>
/// <param name="First">The first environment, which stands for all where a value names it.</param>
/// <param name="Root">The repository's folder.</param>
/// <param name="Services">The names of all services.</param>
/// <param name="Secrets">The names that secrets have got.</param>
internal sealed partial record MigrationScope(
    string App, string? Environment, string First, string Root, IReadOnlyList<string> Services, SecretNames Secrets)
{
    /// <summary>What stands above the services: queues, secrets, domain and so on.</summary>
    public JsonObject Settings { get; } = [];

    /// <summary>Public names, each with the hosted zone that Copilot was told; null where it was told none.</summary>
    public List<(string Name, string? ZoneId)> Aliases { get; } = [];

    /// <summary>Adds a resource of the file.</summary>
    /// <param name="section">The section: <c>queues</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">What is said of it.</param>
    public void Add(string section, string name, JsonObject value)
    {
        if (Settings[section] is not JsonObject resources)
            Settings[section] = resources = [];
        resources[name] = value;
    }

    /// <summary>
    /// A text with variables as the new file has them. Copilot takes any variable of its own environment and two that it sets
    /// (AWS Copilot CLI, "Manifest", "Environment variable interpolation").
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public string Resolve(string text) => Variable().Replace(text, match =>
        match.Groups["escape"].Length > 0 ? match.Value[1..]
        : match.Groups["name"].Value switch
        {
            "COPILOT_APPLICATION_NAME" => App,
            "COPILOT_ENVIRONMENT_NAME" => Environment ?? First,
            var name => $"${{env:{name}}}",
        });

    /// <summary>A value as the new file has it: a number where it is one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public JsonNode Value(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Resolve(text);

    [GeneratedRegex(@"(?<escape>\\)?\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
