using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;

namespace Landfall.Operator.Tests.Repairs;

/// <summary>What an operator may do, as files have it.</summary>
internal static class GivenLimits
{
    /// <summary>That of a file that says nothing of it.</summary>
    public static readonly OperatePlan Usual = OperateResolver.Resolve(new OperateModel());

    /// <summary>Working hours from which <see cref="Scene.Noon"/>, a Sunday in winter, is half an hour away.</summary>
    public static readonly RepairHoursPlan FromHalfPastNoon = new(new TimeOnly(12, 30), new TimeOnly(18, 0), "SUN", "UTC") { Holidays = [] };
}
