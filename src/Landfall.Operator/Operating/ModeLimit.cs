using System.Globalization;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Values;
using Landfall.Operations.Projects;

namespace Landfall.Operator.Operating;

/// <summary>The mode that the file sets is the team's agreement: who starts an operator may go less far, and not further.</summary>
internal static class ModeLimit
{
    /// <summary>Says where the limit stands.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="asked">What was asked for.</param>
    /// <returns>The failure.</returns>
    public static LandfallException Exceeded(string folder, AppPlan plan, RepairMode asked)
    {
        var loaded = ProjectLoader.LoadFile(folder);
        var operate = loaded.Config!.SettingsOf(plan.Environment).Operate;
        var file = Path.GetFileName(loaded.File);
        var (wanted, allowed) = (EnumWord.Of(asked), EnumWord.Of(plan.Operate.Mode));
        return new LandfallException(ErrorCodes.RepairModeTooWide, operate.Has("mode")
            ? string.Create(CultureInfo.InvariantCulture, $"--mode is '{wanted}', but line {operate.MarkOf("mode").Line} of {file} allows no more than '{allowed}' in {plan.Environment}. Write 'mode: {wanted}' there when your team agrees, or start with --mode {allowed}.")
            : $"--mode is '{wanted}', but {file} has no 'mode' under 'operate', so that {plan.Environment} allows no more than '{allowed}'. Add 'operate: {{ mode: {wanted} }}' when your team agrees, or start with --mode {allowed}.");
    }
}
