using Landfall.Config.Model;

namespace Landfall.Config.Resolution;

/// <summary>From what the file calls a thing to what AWS calls it, which differs for what was renamed.</summary>
internal sealed class Identities
{
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Collects what was renamed in an environment.</summary>
    public Identities(SettingsModel settings)
    {
        foreach (var (_, name, model) in Renamable(settings))
        {
            if (model.Was is { } was)
            {
                _renamed[name] = was;
            }
        }
    }

    /// <summary>Everything in an environment that can be renamed: the key that it is below, its name and its model.</summary>
    public static IEnumerable<(string Kind, string Name, RenamableModel Model)> Renamable(SettingsModel settings) =>
    [
        .. settings.Databases.Select(pair => ("databases", pair.Key, (RenamableModel)pair.Value)),
        .. settings.Tables.Select(pair => ("tables", pair.Key, (RenamableModel)pair.Value)),
        .. settings.Buckets.Select(pair => ("buckets", pair.Key, (RenamableModel)pair.Value)),
        .. settings.Queues.Select(pair => ("queues", pair.Key, (RenamableModel)pair.Value)),
        .. settings.Services.Select(pair => ("services", pair.Key, (RenamableModel)pair.Value)),
    ];

    /// <summary>What AWS calls the thing of a name in the file.</summary>
    public string Of(string name) => _renamed.GetValueOrDefault(name, name);
}
