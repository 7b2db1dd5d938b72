using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Resolution;

/// <summary>Resolves what an operator may do.</summary>
internal static class OperateResolver
{
    /// <summary>Resolves it.</summary>
    /// <param name="model">The settings.</param>
    public static OperatePlan Resolve(OperateModel model) => new()
    {
        Mode = model.Mode,
        Allow = [.. model.Allow.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Hours = model.Hours is { } hours
            ? new RepairHoursPlan(hours.Start!.Value, hours.Stop!.Value, hours.Days.ToUpperInvariant(), hours.Timezone) { Holidays = [.. hours.Holidays.Distinct().Order()] }
            : null,
        MaxPerHour = model.MaxPerHour,
        MaxPerService = model.MaxPerService,
        MaxBlastPercent = model.MaxBlast.Value,
        Freeze = model.Freeze,
    };
}
