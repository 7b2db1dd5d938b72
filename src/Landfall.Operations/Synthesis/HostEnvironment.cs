namespace Landfall.Operations.Synthesis;

/// <summary>
/// The environment variables that Landfall's own synth host sees: where programs and temporary files are, and the
/// settings of .NET, Node and the bridge between them. All else is kept from it, so that the same file gives the same
/// templates in every shell, and so that a host that stays serves each of them alike.
/// </summary>
internal static class HostEnvironment
{
    private static readonly string[] Names =
    [
        "PATH", "HOME", "TMPDIR", "TEMP", "TMP", "NODE_OPTIONS", "NODE_EXTRA_CA_CERTS",

        // In a checkout: where eng/hooks.sh has put the function of 'deploy.checks'.
        "LANDFALL_HOOKS",

        // Without these no program of Windows starts, or Node does not find the user's folder.
        "SystemRoot", "windir", "ComSpec", "PATHEXT", "USERPROFILE", "LOCALAPPDATA", "APPDATA",
    ];

    private static readonly string[] Prefixes = ["DOTNET_", "JSII_"];

    /// <summary>Selects the variables.</summary>
    /// <param name="all">Those of this process.</param>
    /// <param name="node">The node that the CDK's library runs in.</param>
    /// <returns>Names and values in a fixed order.</returns>
    public static SortedDictionary<string, string> Of(IReadOnlyDictionary<string, string> all, string node)
    {
        var chosen = all.Where(v => Names.Contains(v.Key, StringComparer.OrdinalIgnoreCase)
            || Prefixes.Any(p => v.Key.StartsWith(p, StringComparison.Ordinal)));
        return new SortedDictionary<string, string>(chosen.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            ["JSII_NODE"] = node,

            // Instrumented code costs a process that lives for seconds more than it gains.
            ["DOTNET_TieredPGO"] = "0",
        };
    }

    /// <summary>The variables of this process.</summary>
    /// <returns>Names and values.</returns>
    public static IReadOnlyDictionary<string, string> OfProcess() =>
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string)v.Value!, StringComparer.Ordinal);
}
