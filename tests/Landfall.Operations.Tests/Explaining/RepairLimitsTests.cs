using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Operations.Explaining;

namespace Landfall.Operations.Tests.Explaining;

public sealed class RepairLimitsTests
{
    private const string Rest = "; restart, scale; at most 3 an hour, 2 a day of a service, 12.5% of the services an hour.";

    private static readonly OperatePlan Limits = OperateResolver.Resolve(new OperateModel { Allow = ["scale", "restart"] }) with
    {
        MaxBlastPercent = 12.5,
        Hours = new RepairHoursPlan(new TimeOnly(8, 0), new TimeOnly(18, 0), "MON-FRI", "Europe/Berlin") { Holidays = [] },
    };

    [Theory]
    [InlineData(RepairMode.Observe, "Repairs: mode observe (none is proposed).")]
    [InlineData(RepairMode.Suggest, "Repairs: mode suggest (none is made)" + Rest)]
    [InlineData(RepairMode.Approve, "Repairs: mode approve (each has to be approved)" + Rest)]
    [InlineData(RepairMode.Auto, "Repairs: mode auto (by itself mon-fri 08:00-18:00 Europe/Berlin, otherwise approved)" + Rest)]
    public void Of_EachMode_SaysWhatHoldsInIt(RepairMode mode, string sentence) => Assert.Equal(sentence, RepairLimits.Of(Limits, mode));

    [Fact]
    public void Of_AlwaysOrNever_SaysSo()
    {
        Assert.Equal("Repairs: mode auto (by itself at any time)" + Rest, RepairLimits.Of(Limits with { Hours = null }, RepairMode.Auto));
        Assert.Equal("Repairs: mode auto, but frozen by the file.", RepairLimits.Of(Limits with { Freeze = true }, RepairMode.Auto));
    }
}
