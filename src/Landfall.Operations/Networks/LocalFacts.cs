using Landfall.Config;

namespace Landfall.Operations.Networks;

/// <summary>
/// What was looked up in the local AWS. It is invented, so it stands apart from the facts of real accounts, which are
/// committed, and only commands for the local AWS read it.
/// </summary>
internal static class LocalFacts
{
    /// <summary>The folder that they are in.</summary>
    /// <param name="root">The folder of the configuration file.</param>
    /// <returns>The folder, which need not be there.</returns>
    public static string Folder(string root) => Path.Combine(root, ".landfall", "local");

    /// <summary>Reads them.</summary>
    /// <param name="root">The folder of the configuration file.</param>
    /// <returns>The facts; none where nothing was looked up or the file is damaged, since it can be written again.</returns>
    public static NetworkContext Read(string root)
    {
        try
        {
            return NetworkContext.Read(Folder(root)) ?? new NetworkContext();
        }
        catch (LandfallException)
        {
            return new NetworkContext();
        }
    }

    /// <summary>Puts them in the place of what is committed.</summary>
    /// <param name="committed">The committed facts, or null.</param>
    /// <param name="root">The folder of the configuration file.</param>
    /// <returns>The facts that hold in the local AWS; what was not looked up there is as it is committed.</returns>
    public static NetworkContext Over(NetworkContext? committed, string root)
    {
        var local = Read(root);
        var zones = new Dictionary<string, IReadOnlyList<string>>(committed?.Zones ?? local.Zones);
        foreach (var (key, names) in local.Zones)
            zones[key] = names;
        var environments = new Dictionary<string, EnvironmentFacts>(committed?.Environments ?? local.Environments);
        foreach (var (name, facts) in local.Environments)
        {
            var other = environments.GetValueOrDefault(name);
            environments[name] = new EnvironmentFacts
            {
                Network = facts.Network ?? other?.Network,
                HostedZoneId = facts.HostedZoneId ?? other?.HostedZoneId,
            };
        }

        return new NetworkContext { Zones = zones, Environments = environments };
    }
}
