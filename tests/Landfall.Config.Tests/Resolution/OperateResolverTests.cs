using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Resolution;

public class OperateResolverTests
{
    [Fact]
    public void Resolve_NothingGiven_LooksAndSuggestsWithinFewLimits()
    {
        var operate = Of("");

        Assert.Equal((RepairMode.Suggest, null, 3, 2, 20.0, false), (operate.Mode, operate.Hours, operate.MaxPerHour, operate.MaxPerService, operate.MaxBlastPercent, operate.Freeze));
        Assert.Equal(["restart", "rollback", "rollout rollback", "scale"], operate.Allow);
    }

    [Fact]
    public void Resolve_Everything_IsAsGiven()
    {
        var operate = Of("""
            operate:
              mode: auto
              allow: [scale, restart, scale]
              hours: { start: "08:00", stop: "18:00", days: mon-thu, timezone: Europe/Berlin, holidays: [2026-12-25, 2026-01-01] }
              maxPerHour: 4
              maxPerService: 1
              maxBlast: 12.5%
              freeze: true
            """);

        Assert.Equal((RepairMode.Auto, 4, 1, 12.5, true), (operate.Mode, operate.MaxPerHour, operate.MaxPerService, operate.MaxBlastPercent, operate.Freeze));
        Assert.Equal(["restart", "scale"], operate.Allow);
        Assert.Equal("mon-thu 08:00-18:00 Europe/Berlin", operate.Hours!.ToString());
        Assert.Equal([new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 25)], operate.Hours.Holidays);
    }

    [Fact]
    public void Resolve_Environment_OverridesKeyByKey()
    {
        const string File = """
            app: shop
            region: eu-west-1
            operate: { mode: approve, allow: [restart], maxPerHour: 5 }
            environments:
              dev: { operate: { mode: auto, allow: [scale] } }
              prod: { operate: { freeze: true } }
            """;

        var (dev, prod) = (TestLoad.Plan(File, "dev").Operate, TestLoad.Plan(File, "prod").Operate);

        Assert.Equal((RepairMode.Auto, 5, false), (dev.Mode, dev.MaxPerHour, dev.Freeze));
        Assert.Equal(["scale"], dev.Allow);
        Assert.Equal((RepairMode.Approve, 5, true), (prod.Mode, prod.MaxPerHour, prod.Freeze));
        Assert.Equal(["restart"], prod.Allow);
    }

    [Theory]
    [InlineData("{ mode: bold }", "4:18 LF1105 'mode' is 'bold', but has to be one of observe, suggest, approve, auto.")]
    [InlineData("{ allow: [restrat] }", "4:20 LF1105 An item of 'allow' is 'restrat', but has to be one of restart, rollback, rollout rollback, scale. Did you mean 'restart'?")]
    [InlineData("{ allow: [destroy] }", "4:20 LF1105 An item of 'allow' is 'destroy', but has to be one of restart, rollback, rollout rollback, scale.")]
    [InlineData("{ allow: [] }", "4:19 LF1108 'allow' is empty, but needs at least 1")]
    [InlineData("{ maxPerHour: 0 }", "4:24 LF1106 'maxPerHour' is 0, but has to be from 1 to 100.")]
    [InlineData("{ maxPerService: 101 }", "4:27 LF1106 'maxPerService' is 101, but has to be from 1 to 100.")]
    [InlineData("{ maxBlast: 0.2 }", "4:22 LF1106 'maxBlast' is 0.2, but has to be from 1% to 100%. '0.2' is 20 here.")]
    [InlineData("{ freeze: yes }", "4:20 LF1102 'freeze' is 'yes', but has to be true or false.")]
    [InlineData("{ maxPerDay: 2 }", "4:12 LF1101 ")]
    [InlineData("{ hours: { start: \"08:00\" } }", "4:12 LF1103 'hours' lacks 'stop'")]
    [InlineData("{ hours: { start: \"08:00\", stop: \"08:00\" } }", "4:28 LF1302 'start' and 'stop' are both 08:00, so it is open what should hold. Give two times.")]
    [InlineData("{ hours: { start: \"08:00\", stop: \"18:00\", timezone: Europe/Berln } }", "4:62 LF1303 'timezone' is 'Europe/Berln', which is not an IANA time zone. Did you mean 'Europe/Berlin'?")]
    [InlineData("{ hours: { start: \"08:00\", stop: \"18:00\", days: weekdays } }", "4:58 LF1107 'days' is 'weekdays', but has to be days such as mon-fri or mon,wed,fri.")]
    public void Load_ValueThatIsNone_NamesPlaceValueAndRemedy(string operate, string problem)
    {
        var found = Assert.Single(TestLoad.Text($"{SmallFile.Head}operate: {operate}\n").Problems);

        Assert.StartsWith(problem, $"{found.Line}:{found.Column} {found.Code} {found.Message}", StringComparison.Ordinal);
    }

    private static OperatePlan Of(string rest) => TestLoad.Plan(SmallFile.Head + rest, "dev").Operate;
}
