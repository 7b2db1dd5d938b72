namespace Landfall.Operations.Migration;

/// <summary>Names secrets: services that read one value in one variable share a secret.</summary>
/// <param name="taken">Names that are something else's.</param>
internal sealed class SecretNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _others = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<string, SecretOrigin> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Service, string Variable), string> _names = [];

    /// <summary>Where the values of secrets are now, by the environment (null for all) and the secret.</summary>
    public SortedDictionary<(string Secret, string Environment), SecretOrigin> Values { get; } = [];

    /// <summary>Names a secret.</summary>
    /// <param name="service">The service that reads it.</param>
    /// <param name="variable">The variable that it is read from.</param>
    /// <param name="origin">Where its value is now.</param>
    /// <param name="environment">The environment, or null for all.</param>
    /// <returns>The name.</returns>
    public string Name(string service, string variable, SecretOrigin origin, string? environment)
    {
        if (!_names.TryGetValue((service, variable), out var name))
        {
            name = NewName.Of(variable);
            if (_others.Contains(name) || (_origins.TryGetValue(name, out var other) && other != origin))
                name = $"{service}-{name}";
            _names[(service, variable)] = name;
            _origins.TryAdd(name, origin);
        }

        Values[(name, environment ?? "")] = origin;
        return name;
    }
}
