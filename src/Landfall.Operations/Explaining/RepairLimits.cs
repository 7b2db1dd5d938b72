using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Operations.Explaining;

/// <summary>What an operator may do in an environment, in a sentence.</summary>
internal static class RepairLimits
{
    /// <summary>Says it.</summary>
    /// <param name="limits">What the file allows.</param>
    /// <param name="mode">How far the operator goes.</param>
    /// <returns>The sentence.</returns>
    public static string Of(OperatePlan limits, RepairMode mode)
    {
        var word = EnumWord.Of(mode);
        if (limits.Freeze)
            return $"Repairs: mode {word}, but frozen by the file.";
        var how = mode switch
        {
            RepairMode.Observe => "none is proposed",
            RepairMode.Suggest => "none is made",
            RepairMode.Approve => "each has to be approved",
            _ => limits.Hours is { } hours ? $"by itself {hours}, otherwise approved" : "by itself at any time",
        };
        return string.Create(CultureInfo.InvariantCulture, $"Repairs: mode {word} ({how}){(mode == RepairMode.Observe ? "" : $"; {string.Join(", ", limits.Allow)}; at most {limits.MaxPerHour} an hour, {limits.MaxPerService} a day of a service, {limits.MaxBlastPercent}% of the services an hour")}.");
    }
}
