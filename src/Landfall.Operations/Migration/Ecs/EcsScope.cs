using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Gathers what stands above the services in the new file, and knows the services by the names that others call them by.</summary>
/// <param name="services">The services' names in the new file, each with the hosts that it answers to now.</param>
/// <param name="environment">The first environment.</param>
internal sealed class EcsScope(IReadOnlyDictionary<string, IReadOnlyList<string>> services, string environment)
{
    private readonly Dictionary<string, string> _byHost = services
        .SelectMany(one => one.Value.Select(host => (Host: host, one.Key)))
        .DistinctBy(one => one.Host).ToDictionary(one => one.Host, one => one.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first environment.</summary>
    public string Environment { get; } = environment;

    /// <summary>Secrets, file systems and so on.</summary>
    public JsonObject Settings { get; } = [];

    /// <summary>The names that secrets have got.</summary>
    public SecretNames Secrets { get; } = new([.. services.Keys, "auth", "emr"]);

    /// <summary>The secrets whose values stand plain in a task definition, each with where.</summary>
    public SortedDictionary<string, string> Plain { get; } = new(StringComparer.Ordinal);

    /// <summary>Host names of listener rules, each with the certificate of its listener.</summary>
    public List<(string Name, string? Certificate)> Hosts { get; } = [];

    /// <summary>Paths that a service of the load balancer has got already.</summary>
    public HashSet<string> Routes { get; } = new(StringComparer.Ordinal);

    /// <summary>The service that answers to a host; null where it is none of those that were read.</summary>
    public string? ServiceAt(string host) => _byHost.GetValueOrDefault(host);

    /// <summary>Adds a resource of the file.</summary>
    /// <param name="section">The section: <c>files</c>.</param>
    /// <param name="name">Its name.</param>
    public void Add(string section, string name)
    {
        if (Settings[section] is not JsonObject resources)
            Settings[section] = resources = [];
        resources.TryAdd(name, new JsonObject());
    }
}
