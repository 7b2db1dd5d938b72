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
    public static KnownFacts Read(string root)
    {
        try
        {
            return KnownFacts.Read(Folder(root)) ?? new KnownFacts();
        }
        catch (LandfallException)
        {
            return new KnownFacts();
        }
    }

    /// <summary>Puts them in the place of what is committed.</summary>
    /// <param name="committed">The committed facts, or null.</param>
    /// <param name="root">The folder of the configuration file.</param>
    /// <returns>The facts that hold in the local AWS; what was not looked up there is as it is committed.</returns>
    public static KnownFacts Over(KnownFacts? committed, string root)
    {
        var local = Read(root);
        var all = committed ?? local;
        foreach (var (account, regions) in local.Accounts)
        {
            foreach (var (region, facts) in regions)
                all = all.With(account, region, facts);
        }

        foreach (var (name, facts) in local.Environments)
        {
            var other = all.Environments.GetValueOrDefault(name);
            all = all.With(name, facts with { Network = facts.Network ?? other?.Network, HostedZoneId = other?.HostedZoneId });
        }

        return all;
    }
}
