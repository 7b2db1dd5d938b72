using System.Globalization;

namespace Landfall.AIOps.Logs;

/// <summary>Says in words and numbers what a signal is.</summary>
internal static class LogSignalText
{
    public static string New(string template, long count, DateTimeOffset since, string? deployment, DateTimeOffset? deployedAt)
    {
        var after = deployment is null ? "" : string.Create(CultureInfo.InvariantCulture, $", after deployment {deployment} at {deployedAt:yyyy-MM-dd HH:mm:ss'Z'}");
        return string.Create(CultureInfo.InvariantCulture, $"never seen since {since:yyyy-MM-dd HH:mm}: {count} × '{template}'{after}");
    }

    public static string Rate(string template, TemplateRate rate, double deviation, TimeSpan interval) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{rate.Count} lines in {interval.TotalSeconds:0.#} s, usually {rate.Mean:0.#} ({Math.Abs(deviation):0.0} standard deviations): '{template}'");
}
