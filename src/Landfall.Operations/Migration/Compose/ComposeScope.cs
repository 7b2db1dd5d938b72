using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Compose;

/// <summary>Gathers what stands above the services in the new file.</summary>
/// <param name="file">The Compose file.</param>
/// <param name="services">Its services.</param>
internal sealed class ComposeScope(ComposeFile file, IReadOnlyList<ComposeService> services)
{
    /// <summary>The Compose file.</summary>
    public ComposeFile File { get; } = file;

    /// <summary>Its services, in its order.</summary>
    public IReadOnlyList<ComposeService> Services { get; } = services;

    /// <summary>The service that has every path of the public address: the first that is published.</summary>
    public ComposeService? Front { get; } = services.FirstOrDefault(service => service is { IsPublished: true, Database: null });

    /// <summary>Databases, file systems and secrets.</summary>
    public JsonObject Settings { get; } = [];

    /// <summary>The secrets that need a value, each with the variable that it is read from.</summary>
    public SortedDictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a resource of the file.</summary>
    /// <param name="section">The section: <c>databases</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">What is said of it.</param>
    public void Add(string section, string name, JsonObject value)
    {
        if (Settings[section] is not JsonObject resources)
            Settings[section] = resources = [];
        resources[name] = value;
    }

    /// <summary>Gives a variable its value by a secret.</summary>
    /// <param name="service">The service that reads it.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="uses">The service's <c>uses</c>.</param>
    /// <returns>The secret's name.</returns>
    public string AddSecret(ComposeService service, string variable, JsonArray uses)
    {
        // Two services may mean two values by one name.
        var name = $"{service.Key}-{NewName.Of(variable)}";
        Add("secrets", name, []);
        Secrets[name] = variable;
        ProgramVariables.UseSecret(uses, name, variable);
        return name;
    }
}
