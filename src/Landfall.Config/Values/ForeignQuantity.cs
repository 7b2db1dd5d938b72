using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Landfall.Config.Values;

/// <summary>
/// Answers how other tools write an amount with the right form: Kubernetes's quantities, Docker's sizes and ports, ISO 8601, fractions and plain words.
/// </summary>
internal static partial class ForeignQuantity
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>How a duration of another tool is written here.</summary>
    /// <param name="text">What is not a duration here, such as <c>2 weeks</c>, <c>PT30S</c>, <c>5min</c> or <c>30</c>.</param>
    /// <returns>The right form, or null where the text is no duration of another tool's.</returns>
    public static string? Duration(string text)
    {
        if (text.StartsWith('P') && IsoDuration(text) is { } iso)
        {
            return Written(iso);
        }

        if (Amount(DurationWords(), text) is not var (count, unit) || count > 1e7)
        {
            return null;
        }

        return Written(unit switch
        {
            _ when unit.StartsWith("mil", StringComparison.Ordinal) || unit == "ms" => TimeSpan.FromMilliseconds(count),
            // A plain number is seconds in Compose, ECS and the load balancer.
            "" or ['s', ..] => TimeSpan.FromSeconds(count),
            ['m', ..] => TimeSpan.FromMinutes(count),
            ['h', ..] => TimeSpan.FromHours(count),
            ['d', ..] => TimeSpan.FromDays(count),
            _ => TimeSpan.FromDays(count * 7),
        });
    }

    /// <summary>How a size of another tool is written here.</summary>
    /// <param name="text">What is not a size here, such as <c>512Mi</c>, <c>1g</c>, <c>0.5GB</c> or <c>1TB</c>.</param>
    /// <returns>The right form, or null where the text is no size of another tool's, or not of whole MiB.</returns>
    public static string? SizeOf(string text)
    {
        if (Amount(SizeWords(), text) is not var (count, unit))
        {
            return null;
        }

        var mib = count * unit[0] switch { 'k' => 1 / 1024.0, 'm' => 1, 'g' => 1024, _ => 1024 * 1024 };
        return mib >= 1 && mib < 1e7 && mib == Math.Truncate(mib) ? new Size((long)mib).ToString() : null;
    }

    /// <summary>How an amount of processors of another tool is written here.</summary>
    /// <param name="text">What is not one of Fargate's CPU units, such as <c>0.25</c>, <c>500m</c> or <c>1 vCPU</c>.</param>
    /// <param name="units">The CPU units that there are, ascending.</param>
    /// <returns>The least units that are as much, or null where the text is no such amount or more than the most.</returns>
    public static string? CpuUnits(string text, IEnumerable<string> units)
    {
        if (Amount(CpuWords(), text) is not var (count, unit))
        {
            return null;
        }

        // A whole number without a unit is CPU units already, if of the wrong amount; one processor or more is written so in a few tools.
        var processors = unit == "m" ? count / 1000 : count;
        return unit.Length == 0 && count is >= 17 or 0 ? null : units.FirstOrDefault(each => int.Parse(each, CultureInfo.InvariantCulture) >= processors * 1024 * 0.999);
    }

    /// <summary>The container's port where a port is published as Docker does.</summary>
    /// <param name="text">What is no whole number, such as <c>8080:80</c> or <c>80/tcp</c>.</param>
    /// <returns>The port that the container listens on, or null where the text is no such port.</returns>
    public static string? ContainerPort(string text) =>
        PublishedPort().Match(text) is { Success: true } match ? match.Groups["port"].Value : null;

    /// <summary>The word for yes or no in other dialects of YAML and other tools.</summary>
    /// <param name="text">What is neither <c>true</c> nor <c>false</c>.</param>
    /// <returns><c>true</c> or <c>false</c>, or null where the text is neither word.</returns>
    public static string? Boolean(string text) =>
        text.ToLowerInvariant() switch
        {
            "yes" or "on" or "y" or "1" or "enabled" or "enable" or "true" => "true",
            "no" or "off" or "n" or "0" or "disabled" or "disable" or "false" or "none" => "false",
            _ => null,
        };

    /// <summary>A count and its unit, in small letters.</summary>
    private static (double Count, string Unit)? Amount(Regex form, string text) =>
        form.Match(text) is { Success: true } match
            ? (double.Parse(match.Groups["count"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), match.Groups["unit"].Value.ToLowerInvariant())
            : null;

    private static TimeSpan? IsoDuration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string? Written(TimeSpan duration) =>
        duration <= TimeSpan.Zero || duration > Longest ? null : Values.Duration.Format(duration);

    [GeneratedRegex(@"^(?<count>[0-9]{1,8}(\.[0-9]{1,3})?) ?(?<unit>|ms|millis|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DurationWords();

    [GeneratedRegex(@"^(?<count>[0-9]{1,7}(\.[0-9]{1,3})?) ?(?<unit>[kmgt])(i?b?|ebibytes?|egabytes?|ibibytes?|igabytes?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SizeWords();

    [GeneratedRegex(@"^(?<count>[0-9]{1,5}(\.[0-9]{1,3})?) ?(?<unit>|m|v?cpus?|cores?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CpuWords();

    [GeneratedRegex(@"^(([0-9.]+:)?[0-9]{1,5}:)?(?<port>[0-9]{1,5})(/tcp|/udp|/http)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PublishedPort();
}
