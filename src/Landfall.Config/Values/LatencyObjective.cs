using Landfall.Config.Plan;

namespace Landfall.Config.Values;

/// <summary>A share of requests that is answered in a time: <c>300ms@95%</c>.</summary>
internal static class LatencyObjective
{
    /// <summary>What one looks like; whether its numbers are usable says <see cref="TryParse"/>.</summary>
    public const string Pattern = "([0-9]{1,9}(ms|s|m|h))+@[0-9]{2}(\\.[0-9]{1,4})?%";

    /// <summary>The smallest share, in percent: of less than this an hour without a good answer would not be 14.4 times too much.</summary>
    public const double Least = 94;

    /// <summary>The largest share, in percent.</summary>
    public const double Most = 99.99;

    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="objective">The objective.</param>
    /// <returns>False when the text is none, or has a time or a share that cannot be promised.</returns>
    public static bool TryParse(string text, out LatencyObjectivePlan objective)
    {
        objective = new LatencyObjectivePlan(TimeSpan.Zero, 0);
        var parts = text.Split('@');
        if (parts.Length != 2
            || !Duration.TryParse(parts[0], out var within)
            || !Percent.TryParse(parts[1], out var share)
            || within < TimeSpan.FromMilliseconds(1)
            || within > TimeSpan.FromHours(1)
            || share.Value is < Least or > Most)
        {
            return false;
        }

        objective = new LatencyObjectivePlan(within, share.Value);
        return true;
    }
}
