namespace Landfall.Constructs.Hosting;

/// <summary>A synth host's command line.</summary>
internal sealed record HostArguments(string Plan, SynthOptions Options)
{
    public const string Usage = "usage: HOST --plan plan.json --project DIR --output OUT [--nag] [--validate]";

    /// <summary>Reads the command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>What they say.</returns>
    /// <exception cref="FormatException">An argument is unknown, lacks its value or is missing.</exception>
    public static HostArguments Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var flags = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--nag" or "--validate":
                    flags.Add(args[i]);
                    break;
                case "--plan" or "--project" or "--output" when i + 1 < args.Count:
                    values[args[i]] = args[++i];
                    break;
                default:
                    throw new FormatException($"'{args[i]}' is not an option or lacks its value. {Usage}");
            }
        }

        var options = new SynthOptions(
            Required("--output"), Required("--project"), flags.Contains("--nag"), flags.Contains("--validate"));
        return new HostArguments(Required("--plan"), options);

        string Required(string name) =>
            values.GetValueOrDefault(name) ?? throw new FormatException($"'{name}' is missing. {Usage}");
    }
}
