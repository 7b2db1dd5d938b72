using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Operations.Changes;

namespace Landfall.Operator.Repairs;

/// <summary>Says whether a repair may begin now. It knows nothing but what it is given.</summary>
/// <param name="limits">What is allowed.</param>
/// <param name="services">How many services the environment has that run tasks.</param>
/// <exception cref="Config.LandfallException">The hours cannot be told on this machine.</exception>
internal sealed class RepairGuard(OperatePlan limits, int services)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly RepairHours? _hours = limits.Hours is { } hours ? new RepairHours(hours) : null;

    /// <summary>The guard of an environment.</summary>
    /// <param name="plan">The environment.</param>
    public static RepairGuard Of(AppPlan plan) => new(plan.Operate, RepairHands.Repairable(plan).Count);

    /// <summary>Judges by orders, limits and what was begun before.</summary>
    /// <param name="repair">The repair.</param>
    /// <param name="others">All repairs that go on or were begun within a day.</param>
    /// <param name="freeze">The order that nothing be repaired; null where there is none.</param>
    /// <param name="now">The time.</param>
    /// <returns>Why not; null where nothing speaks against it.</returns>
    public GuardRefusal? Check(Repair repair, IReadOnlyList<Repair> others, Freeze? freeze, DateTimeOffset now)
    {
        if (Check(repair.Operation, freeze, now) is { } order)
            return order;
        var begun = others.Where(one => one.Key != repair.Key && one.Started is not null).ToList();
        var hour = begun.Where(one => now - one.Started!.Value < Hour).ToList();
        var ofTarget = begun.Where(one => one.Target == repair.Target && now - one.Started!.Value < Day).ToList();
        var reached = hour.Select(one => one.Target).Append(repair.Target).Distinct(StringComparer.Ordinal).Count();
        var most = Math.Max(1, (int)Math.Floor(services * limits.MaxBlastPercent / 100));
        if (begun.Find(one => one.Target == repair.Target && one.IsAtWork) is { } other)
            return new GuardRefusal(GuardRule.AtWork, $"Another repair of {repair.Target} goes on: {other.Call} of incident {Text(other.Incident)}.");
        if (ofTarget.Count >= limits.MaxPerService)
            return new GuardRefusal(GuardRule.Repeated, $"{repair.Target} was repaired {Text(ofTarget.Count)} times within a day, and {Text(limits.MaxPerService)} is the most (operate.maxPerService): what comes back needs a person.");
        if (hour.Count >= limits.MaxPerHour)
            return new GuardRefusal(GuardRule.PerHour, $"{Text(hour.Count)} repairs began within the hour, and {Text(limits.MaxPerHour)} is the most (operate.maxPerHour). It is looked at again when an hour is over.");
        return reached > most
            ? new GuardRefusal(GuardRule.Blast, $"With it {Text(reached)} of {Text(services)} services would have been repaired within the hour, and {Text(most)} is the most (operate.maxBlast): so many at once have a cause in common, which a person has to find.")
            : null;
    }

    /// <summary>Judges by orders alone: what holds for an operation whatever it is run for.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="freeze">The order that nothing be repaired; null where there is none.</param>
    /// <param name="now">The time.</param>
    /// <returns>Why not; null where nothing speaks against it.</returns>
    public GuardRefusal? Check(string operation, Freeze? freeze, DateTimeOffset now)
    {
        if (limits.Freeze)
            return new GuardRefusal(GuardRule.Frozen, "The file freezes repairs. Take 'freeze: true' out of 'operate', and start the operator again, to let them go on.");
        if (freeze?.Holds(now) == true)
            return new GuardRefusal(GuardRule.Frozen, $"{freeze}. 'landfall freeze --end' lets repairs go on.");
        return limits.Allow.Contains(operation)
            ? null
            : new GuardRefusal(GuardRule.NotAllowed, $"'{operation}' is no operation that the operator may run: {string.Join(", ", limits.Allow)} (operate.allow). Run it by hand.");
    }

    /// <summary>Judges by how the environment is.</summary>
    /// <param name="repair">The repair.</param>
    /// <param name="facts">How the environment is.</param>
    /// <returns>Why not; null where nothing speaks against it.</returns>
    public static GuardRefusal? Check(Repair repair, RepairFacts facts)
    {
        if (facts.Asleep)
            return new GuardRefusal(GuardRule.Asleep, "The environment sleeps: no service is to run a task. 'landfall wake' wakes it.");

        // It decides on a rollout that waits, so that one goes on is no reason against it.
        return facts.Busy is { } busy && repair.Operation != RepairOperations.RolloutRollback
            ? new GuardRefusal(GuardRule.Busy, $"{busy}. It is looked at again when that has ended.")
            : null;
    }

    /// <summary>Judges what the repair would do.</summary>
    /// <param name="change">What it would do; null where that cannot be known.</param>
    /// <returns>Why not; null where nothing speaks against it.</returns>
    public static GuardRefusal? Check(Change? change)
    {
        if (change is null || change.Effects.Any(effect => effect.Certainty != Certainty.Certain))
            return new GuardRefusal(GuardRule.UnknownEffect, "What it does is not known before it is done. Run it by hand.");
        if (change.Refused.Count > 0)
            return new GuardRefusal(GuardRule.UnknownEffect, $"AWS would refuse it: {change.Refused[0].Text}");
        if (change.IsEmpty)
            return new GuardRefusal(GuardRule.Nothing, "It would change nothing: what it would bring about is so already.");
        return change.Harm.FirstOrDefault() is { } harm
            ? new GuardRefusal(GuardRule.Harm, $"It does harm that a person has to agree to: {harm.Text} Run it by hand where it is meant.")
            : null;
    }

    /// <summary>Tells why a repair that nobody has approved has to wait for somebody now.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Why; null within the hours.</returns>
    public string? OutsideHours(DateTimeOffset now) => _hours?.Include(now) == false ? $"outside the hours of operate.hours ({limits.Hours})" : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
