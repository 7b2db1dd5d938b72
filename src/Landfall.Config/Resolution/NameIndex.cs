using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>What the names in <c>uses</c> stand for.</summary>
internal sealed class NameIndex
{
    /// <summary>The user pool's name in <c>uses</c>.</summary>
    public const string Auth = "auth";

    /// <summary>The EMR cluster's name in <c>uses</c>.</summary>
    public const string Emr = "emr";

    private readonly Dictionary<string, UseKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Collects the names of an environment; of two equal ones the first counts.</summary>
    public NameIndex(SettingsModel settings)
    {
        IsComplete = settings.Knows("databases", "tables", "buckets", "queues", "secrets", "services")
            && settings.Network.Knows("import") && settings.Network.Import?.Knows("emrCluster") != false;
        AddAll(settings.Databases.Keys, UseKind.Database);
        AddAll(settings.Tables.Keys, UseKind.Table);
        AddAll(settings.Buckets.Keys, UseKind.Bucket);
        AddAll(settings.Queues.Keys, UseKind.Queue);
        AddAll(settings.Secrets.Keys, UseKind.Secret);
        // A service whose type is missing or could not be read, which has been reported, may be one that can be called.
        AddAll(settings.Services.Where(pair => pair.Value.Type is null or ServiceType.Web or ServiceType.Internal).Select(pair => pair.Key), UseKind.Service);
        AddAll(settings.Auth is null ? [] : [Auth], UseKind.Auth);
        AddAll(settings.Network.Import?.EmrCluster is null ? [] : [Emr], UseKind.EmrCluster);
    }

    /// <summary>False when there may be more names, in a part of the file that could not be read.</summary>
    public bool IsComplete { get; }

    /// <summary>Every name that can be used.</summary>
    public IEnumerable<string> Names => _kinds.Keys;

    /// <summary>What a name stands for, or null when it stands for nothing.</summary>
    public UseKind? Find(string name) => _kinds.TryGetValue(name, out var kind) ? kind : null;

    private void AddAll(IEnumerable<string> names, UseKind kind)
    {
        foreach (var name in names)
        {
            _kinds.TryAdd(name, kind);
        }
    }
}
