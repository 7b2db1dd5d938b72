using System.Globalization;
using Landfall.AIOps.Releases;

namespace Landfall.Operations.Deployment.Judging;

/// <summary>What is known of the two versions of a service while traffic shifts from one to the other.</summary>
/// <param name="deployment">The ARN of ECS's deployment.</param>
/// <param name="began">When it began.</param>
internal sealed class ReleaseTrial(string deployment, DateTimeOffset began)
{
    // "CloudWatch publishes a minute late": what is not there three minutes after the end of a minute was no traffic.
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(3);

    private readonly ReleaseJudge _judge = new();
    private DateTimeOffset _next = Ceiling(began);
    private RequestCounts _new;
    private RequestCounts _old;
    private int _minutes;

    /// <summary>The ARN of ECS's deployment.</summary>
    public string Deployment => deployment;

    /// <summary>What is slow; null where it is not known.</summary>
    public TimeSpan? Limit { get; set; }

    /// <summary>The beginning of the first minute that is not known yet.</summary>
    public DateTimeOffset Next => _next;

    /// <summary>Whether both versions had traffic in some minute.</summary>
    public bool HasCompared => _minutes > 0;

    /// <summary>What is known.</summary>
    public ReleaseVerdict Verdict => _judge.Verdict;

    /// <summary>The end of the last minute that CloudWatch may know.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The end of a minute, at least a minute ago.</returns>
    public static DateTimeOffset Known(DateTimeOffset now) => new DateTimeOffset(now.Ticks / Minute.Ticks * Minute.Ticks, now.Offset) - Minute;

    /// <summary>What was before is not counted: the new version had no traffic but that of checks.</summary>
    /// <param name="now">The time.</param>
    public void HasNoTraffic(DateTimeOffset now) => _next = Ceiling(now);

    /// <summary>Takes minutes in, as far as they are known.</summary>
    /// <param name="minutes">The minutes from <see cref="Next"/> on.</param>
    /// <param name="now">The time.</param>
    public void Take(IEnumerable<ComparedMinute> minutes, DateTimeOffset now)
    {
        foreach (var minute in minutes)
        {
            if ((minute.New is null || minute.Old is null) && now < minute.Begin + Minute + Latest)
                return;
            _next = minute.Begin + Minute;
            if (minute is not { New: { Requests: > 0 } after, Old: { Requests: > 0 } before })
                continue;
            _minutes++;
            (_new, _old) = (Sum(_new, after), Sum(_old, before));
            if (_judge.Observe(after, before) != ReleaseVerdict.Undecided)
                return;
        }
    }

    /// <summary>What was compared, in numbers.</summary>
    /// <returns>A sentence without its end.</returns>
    public string Numbers()
    {
        var (what, after, before) = Verdict == ReleaseVerdict.Slower
            ? ($"took longer than {Text(Limit!.Value.TotalSeconds)} s", _new.Slow ?? 0, _old.Slow ?? 0)
            : ("failed", _new.Failures, _old.Failures);
        var time = _minutes == 1 ? "minute" : $"{Text(_minutes)} minutes";
        return $"{Share(after, _new.Requests)} of its {Count(_new.Requests)} requests {what}, and {Share(before, _old.Requests)} of the old version's {Count(_old.Requests)} in the same {time}";
    }

    private static RequestCounts Sum(RequestCounts sum, RequestCounts more) =>
        new(sum.Requests + more.Requests, sum.Failures + more.Failures) { Slow = (sum.Slow ?? 0) + (more.Slow ?? 0) };

    private static DateTimeOffset Ceiling(DateTimeOffset time) => new((time.Ticks + Minute.Ticks - 1) / Minute.Ticks * Minute.Ticks, time.Offset);

    private static string Share(double part, double whole) => $"{Text(100 * part / whole)} %";

    private static string Count(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
