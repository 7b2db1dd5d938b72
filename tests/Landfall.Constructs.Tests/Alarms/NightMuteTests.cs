using System.Text.Json.Nodes;
using System.Xml;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Alarms;

/// <summary>A total outage rings, and the night does not.</summary>
public class NightMuteTests
{
    private const string Head = "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n";
    private const string Api = "services: { api: { type: web, image: n, scale: { min: 2, max: 4, cpu: 60 }, alarms: { errorRate: 1%, latencyP99: 1s, requestCount: 9 } } }\n";
    private const string Night = "schedule: { stop: \"22:00\", start: \"09:00\", days: mon-fri, timezone: Europe/Berlin }\n";
    private static readonly TimeSpan Waking = TimeSpan.FromMinutes(15);

    [Fact]
    public void Synth_Night_TotalOutageBreachesAsWithoutOne()
    {
        foreach (var night in new[] { "", Night })
        {
            var expression = Expression(Synth(night + Api), "shop-dev-api", "MissingTasks");

            Assert.True(MetricMath.Evaluate(expression, ("desired", null), ("running", null)) > 0);
            Assert.True(MetricMath.Evaluate(expression, ("desired", 3), ("running", 2)) > 0);
            Assert.Equal(0, MetricMath.Evaluate(expression, ("desired", 3), ("running", 3)));
        }
    }

    [Fact]
    public void Synth_NightOfAWorkerThatScalesFromZero_WaitingMessagesWithoutATaskBreach()
    {
        var templates = Synth(Night + "queues: { q: {} }\nservices: { w: { type: worker, image: n, queue: q, scale: { min: 0, max: 3, backlog: 10 } } }");
        var waiting = Expression(templates, "shop-dev-w", "NoTasks");

        Assert.Equal(7, MetricMath.Evaluate(waiting, ("running", null), ("waiting", 7)));
        Assert.Equal(0, MetricMath.Evaluate(waiting, ("running", 1), ("waiting", 7)));
        Assert.Equal(0, MetricMath.Evaluate(waiting, ("running", null), ("waiting", null)));
        Assert.Equal(["Fault", "Saturation"], Muted(templates, "shop-dev-w"));
    }

    [Fact]
    public void Synth_Night_MutesWhatMissingTasksCauseAndNoOther()
    {
        var templates = Synth(Night + Api);

        Assert.Equal(["Fault", "RequestCount", "Saturation"], Muted(templates, "shop-dev-api"));
        Assert.Empty(Rules(templates, "shop-dev-edge"));
        Assert.Equal(["LoadBalancerErrors"], Muted(Synth(Night + "services: { api: { type: web, image: n }, b: { type: web, image: n, path: /b } }"), "shop-dev-edge"));
        Assert.All(OfType(templates, "shop-dev-api", "AWS::CloudWatch::Alarm").Select(pair => pair.Value), alarm => Assert.Empty(alarm["OKActions"]?.AsArray() ?? []));
    }

    [Fact]
    public void Synth_NoNight_MutesNothing()
    {
        var templates = Synth(Api);

        Assert.Empty(Rules(templates, "shop-dev-api"));
        Assert.All(OfType(templates, "shop-dev-api", "AWS::CloudWatch::CompositeAlarm").Select(pair => pair.Value), alarm => Assert.Single(alarm["OKActions"]!.AsArray()));
    }

    [Theory]
    [InlineData("22:00", "09:00", "mon-fri", "Europe/Berlin")]
    [InlineData("22:00", "09:00", "fri-mon", "America/New_York")]
    [InlineData("02:30", "07:10", "mon,wed,fri", "Asia/Shanghai")]
    [InlineData("20:15", "00:30", "mon-sun", "Europe/London")]
    [InlineData("13:00", "12:00", "sat", "UTC")]
    public void Synth_Night_IsSilentExactlyWhileNoTaskRunsOrTasksStart(string stop, string start, string days, string zone)
    {
        var templates = Synth($"schedule: {{ stop: \"{stop}\", start: \"{start}\", days: \"{days}\", timezone: {zone} }}\n{Api}");
        var time = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var actions = OfType(templates, "shop-dev-api", "AWS::ApplicationAutoScaling::ScalableTarget").Single().Value["ScheduledActions"]!.AsArray();
        var stops = Times(actions.Single(action => (int)action!["ScalableTargetAction"]!["MaxCapacity"]! == 0)!, time);
        var starts = Times(actions.Single(action => (int)action!["ScalableTargetAction"]!["MaxCapacity"]! != 0)!, time);
        var silent = Rules(templates, "shop-dev-api").SelectMany(rule => Times(rule, time).Select(from => (From: from, To: from + XmlConvert.ToTimeSpan((string)rule["Duration"]!)))).ToList();

        for (var minute = new DateTime(2026, 3, 9, 0, 0, 0, DateTimeKind.Utc); minute.Year < 2027; minute += TimeSpan.FromMinutes(5))
        {
            var stopped = Last(stops, minute);
            var started = Last(starts, minute);
            var mayRing = started > stopped && minute >= started + Waking;
            var isSilent = silent.Any(window => window.From <= minute && minute < window.To);

            // In the night that clocks go forward the silence lasts on for the hour that the night lacks.
            var afterShortNight = mayRing && minute < started + Waking + TimeSpan.FromHours(1) && time.GetUtcOffset(stopped) < time.GetUtcOffset(started);
            Assert.True(afterShortNight || isSilent != mayRing, $"{minute:u}: stopped {stopped:u}, started {started:u}, silent {isSilent}");
        }
    }

    /// <summary>2026-12-23 is a Wednesday, 25 a Friday and 26 a Saturday, on which no task would start anyway.</summary>
    [Theory]
    [InlineData("mon-fri", "at(2026-12-23T09:00) P1D", "at(2026-12-25T09:00) P3D")]
    [InlineData("mon-sat", "at(2026-12-23T09:00) P1D", "at(2026-12-25T09:00) P1D", "at(2026-12-26T09:00) P2D")]
    [InlineData("wed", "at(2026-12-23T09:00) P7D")]
    public void Synth_Holidays_AreSilentUntilTasksStartAgain(string days, params string[] expected)
    {
        var templates = Synth($"schedule: {{ stop: \"22:00\", start: \"09:00\", days: {days}, timezone: Europe/Berlin, holidays: [\"2026-12-26\", \"2026-12-25\", \"2026-12-23\"] }}\n{Api}");

        Assert.Equal(
            expected,
            Rules(templates, "shop-dev-api").Where(rule => ((string)rule["Expression"]!).StartsWith("at", StringComparison.Ordinal)).Select(rule => $"{rule["Expression"]} {rule["Duration"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Synth_SchedulesThatSendTasksHome_TotalOutageRingsWhileTasksShouldRun()
    {
        var templates = Synth(Scheduled("off: { at: 0 20 * * 1-5, min: 0, max: 0 }, on: { at: 0 7 * * 1-5, min: 3, max: 6 }"));
        var expression = Expression(templates, "shop-dev-api", "MissingTasks");

        Assert.Equal(2, MetricMath.Evaluate(expression, ("desired", null), ("running", null)));
        Assert.Equal(["Fault", "RequestCount", "Saturation"], Muted(templates, "shop-dev-api"));
        Assert.Equal(
            [
                "Absent: cron(0 20 * * MON,TUE,WED,THU) PT11H15M UTC",
                "Absent2: cron(0 20 * * FRI) P2DT11H15M UTC",
                "Back: cron(0 6 * * MON,TUE,WED,THU,FRI) PT1H15M UTC",
            ],
            OfType(templates, "shop-dev-api", "AWS::CloudWatch::AlarmMuteRule").OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, Rule: pair.Value["Rule"]!["Schedule"]!))
                .Select(pair => $"{pair.Key}: {pair.Rule["Expression"]} {pair.Rule["Duration"]} {pair.Rule["Timezone"]}"));
        Assert.Empty(OfType(templates, "shop-dev-edge", "AWS::CloudWatch::AlarmMuteRule"));
    }

    [Theory]
    [InlineData("off: { at: 0 20 1 * *, min: 0, max: 0 }, on: { at: 0 7 * * *, min: 3, max: 6 }")]
    [InlineData("off: { at: 0 20 * * *, min: 0, max: 0 }")]
    [InlineData("off: { at: 0 20 * * *, min: 0, max: 0 }, on: { at: 0 20 * * *, min: 3, max: 6 }")]
    [InlineData("off: { at: 0 20 * * *, min: 0, max: 0 }, on: { at: 0 7 * * *, min: 3, max: 6, timezone: Asia/Tokyo }")]
    [InlineData("off: { at: '* 20 * * *', min: 0, max: 0 }, on: { at: 0 7 * * *, min: 3, max: 6 }")]
    public void Synth_SchedulesThatSendTasksHomeNobodyKnowsUntilWhen_MuteNothingAndExpectNoTask(string schedules)
    {
        var templates = Synth(Scheduled(schedules));

        Assert.Empty(Rules(templates, "shop-dev-api"));
        Assert.Equal(0, MetricMath.Evaluate(Expression(templates, "shop-dev-api", "MissingTasks"), ("desired", null), ("running", null)));
    }

    [Fact]
    public void Synth_SchedulesThatLeaveTasks_MuteNothing()
    {
        var templates = Synth(Scheduled("less: { at: 0 20 * * *, min: 1, max: 2 }, more: { at: 0 7 * * *, min: 3, max: 6 }"));

        Assert.Empty(Rules(templates, "shop-dev-api"));
        Assert.Equal(1, MetricMath.Evaluate(Expression(templates, "shop-dev-api", "MissingTasks"), ("desired", null), ("running", null)));
    }

    [Theory]
    [InlineData("30 22 * * fri", "15 6 * * mon", "Europe/Berlin")]
    [InlineData("0 0 * * *", "0 9 * * *", "America/New_York")]
    [InlineData("0 1,13 * * *", "30 0,12 * * *", "Asia/Shanghai")]
    [InlineData("0 20 * * 1-5", "0 7 * * 1-5", "Europe/London")]
    public void Synth_SchedulesThatSendTasksHome_AreSilentExactlyWhileNoTaskRunsOrTasksStart(string off, string on, string zone)
    {
        var templates = Synth(Scheduled($"off: {{ at: '{off}', min: 0, max: 0, timezone: {zone} }}, on: {{ at: '{on}', min: 3, max: 6, timezone: {zone} }}"));
        var time = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var (stops, starts) = (FiveFields(off, time), FiveFields(on, time));
        var silent = Rules(templates, "shop-dev-api").SelectMany(rule => Times(rule, time).Select(from => (From: from, To: from + XmlConvert.ToTimeSpan((string)rule["Duration"]!)))).ToList();

        for (var minute = new DateTime(2026, 3, 9, 0, 0, 0, DateTimeKind.Utc); minute.Year < 2027; minute += TimeSpan.FromMinutes(15))
        {
            var (stopped, started) = (Last(stops, minute), Last(starts, minute));
            var mayRing = started > stopped && minute >= started + Waking;
            var isSilent = silent.Any(window => window.From <= minute && minute < window.To);

            // The night that clocks change is an hour shorter or longer than others; the silence is the longer of the two.
            var nearAChange = time.GetUtcOffset(minute.AddDays(-4)) != time.GetUtcOffset(minute.AddHours(2));
            Assert.True(isSilent != mayRing || (isSilent && nearAChange), $"{minute:u}: stopped {stopped:u}, started {started:u}, silent {isSilent}");
        }
    }

    private static List<DateTime> FiveFields(string cron, TimeZoneInfo zone)
    {
        var fields = cron.Split(' ');
        var names = new[] { "sun", "mon", "tue", "wed", "thu", "fri", "sat" };
        var days = fields[4] switch { "*" => Enumerable.Range(0, 7), "1-5" => Enumerable.Range(1, 5), var name => [Array.IndexOf(names, name)] };
        return [.. Enumerable.Range(0, 330)
            .SelectMany(day => fields[1].Split(',').Select(hour => new DateTime(2026, 2, 20).AddDays(day).AddHours(int.Parse(hour)).AddMinutes(int.Parse(fields[0]))))
            .Where(at => days.Contains((int)at.DayOfWeek) && !zone.IsInvalidTime(at))
            .Select(at => TimeZoneInfo.ConvertTimeToUtc(at, zone))];
    }

    private static string Scheduled(string schedules) =>
        Api.Replace("cpu: 60 }", $"cpu: 60, schedules: {{ {schedules} }} }}", StringComparison.Ordinal);

    private static DateTime Last(IReadOnlyList<DateTime> times, DateTime at) => times.Last(time => time <= at);

    /// <summary>Every time of a cron expression (six fields or five) from before the simulated months to after them.</summary>
    private static List<DateTime> Times(JsonNode schedule, TimeZoneInfo zone)
    {
        var fields = ((string)(schedule["Schedule"] ?? schedule["Expression"])!)[5..^1].Split(' ');
        Assert.Equal(zone.Id, (string)schedule["Timezone"]!);
        var names = new[] { "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT" };
        var days = fields[4].Split(',').SelectMany(range =>
        {
            var ends = range.Split('-').Select(name => Array.IndexOf(names, name)).ToArray();
            return Enumerable.Range(0, ((ends[^1] - ends[0] + 7) % 7) + 1).Select(more => (DayOfWeek)((ends[0] + more) % 7));
        }).ToHashSet();
        return [.. Enumerable.Range(0, 330)
            .Select(day => new DateTime(2026, 2, 20).AddDays(day).AddHours(int.Parse(fields[1])).AddMinutes(int.Parse(fields[0])))
            .Where(time => days.Contains(time.DayOfWeek) && !zone.IsInvalidTime(time))
            .Select(time => TimeZoneInfo.ConvertTimeToUtc(time, zone))];
    }

    private static string[] Muted(IReadOnlyDictionary<string, JsonNode> templates, string stack)
    {
        var names = OfType(templates, stack, "AWS::CloudWatch::AlarmMuteRule").Select(pair =>
            pair.Value["MuteTargets"]!["AlarmNames"]!.AsArray().Select(alarm => (string)alarm!["Ref"]!).Order(StringComparer.Ordinal).ToArray()).ToList();
        Assert.All(names, other => Assert.Equal(names[0], other));
        return names[0];
    }

    private static List<JsonObject> Rules(IReadOnlyDictionary<string, JsonNode> templates, string stack) =>
        [.. OfType(templates, stack, "AWS::CloudWatch::AlarmMuteRule").Select(pair => pair.Value["Rule"]!["Schedule"]!.AsObject())];

    private static string Expression(IReadOnlyDictionary<string, JsonNode> templates, string stack, string id) =>
        OfType(templates, stack, "AWS::CloudWatch::Alarm").Single(pair => pair.Key == id).Value["Metrics"]!.AsArray().Select(metric => (string?)metric!["Expression"]).OfType<string>().Single();

    private static IEnumerable<KeyValuePair<string, JsonObject>> OfType(IReadOnlyDictionary<string, JsonNode> templates, string stack, string type) =>
        templates[stack]["Resources"]!.AsObject().Where(pair => (string?)pair.Value!["Type"] == type)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!["Properties"]!.AsObject()));

    private static IReadOnlyDictionary<string, JsonNode> Synth(string file) => Synthesis.Run(TestPlan.Of(Head + file));
}
