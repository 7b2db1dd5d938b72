using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The program says that it listens on another port than the file has.</summary>
internal sealed partial class PortMismatch : IHealthRule
{
    /// <inheritdoc />
    public string Id => "port-mismatch";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        if (facts.Port is not { } wanted || facts is { Status.Targets: not { Unhealthy: > 0 }, Failed: null })
            return null;
        var listens = facts.LastLines.Select(line => (Line: line, Match: Says().Match(line))).Where(l => l.Match.Success).ToList();
        var ports = listens.Select(l => int.Parse(l.Match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture)).Distinct().ToList();
        return ports.Count > 0 && !ports.Contains(wanted)
            ? new Finding(
                Id,
                string.Create(CultureInfo.InvariantCulture, $"The program listens on port {ports[0]}, and the file says {wanted}: nobody reaches it."),
                [.. listens.Select(l => l.Line)],
                string.Create(CultureInfo.InvariantCulture, $"Set 'port: {ports[0]}', or let the program listen on {wanted}. It has to listen on every address (0.0.0.0), not on localhost."))
            : null;
    }

    [GeneratedRegex(@"\b(?:listening|listens?|running|started|serving)\b.{0,60}?(?:\bport\b\D{0,3}|:)(?<port>\d{2,5})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
