using System.Globalization;
using Landfall.Operations.Changes;

namespace Landfall.Operator.Repairs;

/// <summary>Says whether a repair may begin now. It knows nothing but what it is given.</summary>
/// <param name="rails">What is allowed.</param>
internal sealed class RepairGuard(Guardrails rails)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // It decides on a rollout that waits, so that one goes on is no reason against it.
    private const string OfRollouts = "rollout rollback";

    /// <summary>Judges by what is known without looking at what the repair would do.</summary>
    /// <param name="repair">The repair.</param>
    /// <param name="others">All repairs that go on or were begun within a day.</param>
    /// <param name="freeze">The order that nothing be repaired; null where there is none.</param>
    /// <param name="facts">How the environment is.</param>
    /// <param name="now">The time.</param>
    /// <returns>Why not; null where nothing speaks against it.</returns>
    public GuardRefusal? Check(Repair repair, IReadOnlyList<Repair> others, Freeze? freeze, RepairFacts facts, DateTimeOffset now)
    {
        var begun = others.Where(one => one.Key != repair.Key && one.Started is not null).ToList();
        var hour = begun.Where(one => now - one.Started!.Value < Hour).ToList();
        var ofTarget = begun.Where(one => one.Target == repair.Target && now - one.Started!.Value < Day).ToList();
        var reached = hour.Select(one => one.Target).Append(repair.Target).Distinct(StringComparer.Ordinal).Count();
        var most = Math.Max(1, (int)Math.Floor(rails.MaxBlast * facts.Services));
        if (freeze?.Holds(now) == true)
            return new GuardRefusal(GuardRule.Frozen, $"{freeze}. 'landfall freeze --end' lets repairs go on.");
        if (!rails.Allow.Contains(repair.Operation))
            return new GuardRefusal(GuardRule.NotAllowed, $"'{repair.Operation}' is no operation that the operator may run: {string.Join(", ", rails.Allow)}. Run it by hand.");
        if (facts.Asleep)
            return new GuardRefusal(GuardRule.Asleep, "The environment sleeps: no service is to run a task. 'landfall wake' wakes it.");
        if (facts.Busy is { } busy && repair.Operation != OfRollouts)
            return new GuardRefusal(GuardRule.Busy, $"{busy}. It is looked at again when that has ended.");
        if (begun.Find(one => one.Target == repair.Target && one.IsAtWork) is { } other)
            return new GuardRefusal(GuardRule.AtWork, $"Another repair of {repair.Target} goes on: {other.Call} of incident {Text(other.Incident)}.");
        if (ofTarget.Count >= rails.MaxPerTarget)
            return new GuardRefusal(GuardRule.Repeated, $"{repair.Target} was repaired {Text(ofTarget.Count)} times within a day, and {Text(rails.MaxPerTarget)} is the most: what comes back needs a person.");
        if (hour.Count >= rails.MaxPerHour)
            return new GuardRefusal(GuardRule.PerHour, $"{Text(hour.Count)} repairs began within the hour, and {Text(rails.MaxPerHour)} is the most. It is looked at again when an hour is over.");
        return reached > most
            ? new GuardRefusal(GuardRule.Blast, $"With it {Text(reached)} of {Text(facts.Services)} services would have been repaired within the hour, and {Text(most)} is the most: so many at once have a cause in common, which a person has to find.")
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

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
