using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Config.Values;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The load balancer's question is not answered as it should be.</summary>
internal sealed partial class HttpHealth : IHealthRule
{
    /// <inheritdoc />
    public string Id => "http-health";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        if (facts.HealthCheck is not { } check || facts.Port is not { } port)
            return null;
        var answered = facts.Status.Targets?.Reasons ?? [];
        IReadOnlyList<string> said = [.. answered, .. facts.Say(Says())];
        if (said.Count == 0)
            return null;
        var asked = string.Create(CultureInfo.InvariantCulture, $"asked: GET {check.Path} on port {port} every {Duration.Format(check.Interval)}, to be answered with {check.Codes} within {Duration.Format(check.Timeout)}");
        return new Finding(
            Id,
            $"The load balancer asks for {check.Path}, and the answer is not what it should be.",
            [asked, .. said.Select(text => $"answered: {text}")],
            Advice(string.Join(' ', answered), check.Path, facts.Service.Title));
    }

    private static string Advice(string answered, string path, string service) =>
        answered.Contains("timed out", StringComparison.OrdinalIgnoreCase) ? "Nothing answers in time: does the program listen on that port and on every address (0.0.0.0), and has it started by then? A slow start needs a longer 'health.gracePeriod'."
        : Codes().Match(answered) is not { Success: true } code ? $"Ask it yourself, and look at 'landfall logs {service} --errors'."
        : code.Value[0] switch
        {
            '3' => $"It redirects. Let {path} answer by itself, or take another path: 'health'.",
            '4' => $"The program has no {path}, or wants a sign-in for it. Set 'health' to a path that answers without one.",
            _ => $"The program answers with an error: 'landfall logs {service} --errors' has it.",
        };

    [GeneratedRegex("failed ELB health checks", RegexOptions.IgnoreCase)]
    private static partial Regex Says();

    [GeneratedRegex(@"(?<=codes?: \[?)[345]\d\d")]
    private static partial Regex Codes();
}
