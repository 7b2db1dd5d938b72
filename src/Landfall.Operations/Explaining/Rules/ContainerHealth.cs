using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Config.Values;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The check inside the container fails.</summary>
internal sealed partial class ContainerHealth : IHealthRule
{
    /// <inheritdoc />
    public string Id => "container-health";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        IReadOnlyList<string> said =
        [
            .. facts.Say(Says()),
            .. facts.Status.Containers.Where(c => c.Unhealthy > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"container '{c.Name}' is UNHEALTHY in {c.Unhealthy} of {c.Running} tasks")),
        ];
        if (said.Count == 0)
            return null;
        var asked = facts.Service.Task.ContainerHealth is { } check
            ? new[] { string.Create(CultureInfo.InvariantCulture, $"run: {check.Command} every {Duration.Format(check.Interval)}, {check.Retries} failures in a row, after {Duration.Format(check.StartPeriod)} of grace") }
            : [];
        return new Finding(Id, "The check inside the container does not end with 0.", [.. asked, .. said], "Run it in the image: is the program that it calls (curl, wget) there, and the port right? A slow start needs a longer 'startPeriod'.");
    }

    [GeneratedRegex("failed container health checks", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
