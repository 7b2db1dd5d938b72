using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Plan;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Repairs;

/// <summary>Whatever the limits and whatever was tried: no more is begun than they allow, and nothing else is refused.</summary>
public sealed class RepairGuardProperties
{
    private static readonly Gen<Try> Tries =
        from minutes in Gen.Frequency((5, Gen.Choose(0, 9)), (3, Gen.Choose(10, 61)), (1, Gen.Choose(300, 1441)))
        from service in Gen.Choose(0, 7)
        select new Try(minutes, $"s{service}");

    private static readonly Gen<History> Histories =
        from services in Gen.Choose(1, 40)
        from perHour in Gen.Choose(1, 6)
        from perService in Gen.Choose(1, 4)
        from blast in Gen.Elements(1.0, 10, 12.5, 20, 29, 50, 100)
        from tries in Tries.ListOf()
        select new History(services, GivenLimits.Usual with { MaxPerHour = perHour, MaxPerService = perService, MaxBlastPercent = blast }, [.. tries]);

    [Fact]
    public void Check_AnyLimitsAndHistory_BeginsWhatTheyAllowAndNoMore() => Check.One(PropertyRuns.Of(300), Prop.ForAll(Histories.ToArbitrary(), history =>
    {
        var guard = new RepairGuard(history.Limits, history.Services);
        var begun = new List<Repair>();
        var now = Scene.Noon;
        foreach (var one in history.Tries)
        {
            now = now.AddMinutes(one.Minutes);
            var repair = new Repair(begun.Count + 1, 1, "hanging-tasks", one.Service, "restart", new Dictionary<string, string>(), now) { State = RepairState.Repaired, Started = now };
            var refusal = guard.Check(repair with { State = RepairState.Proposed, Started = null }, begun, null, now);
            Assert.Equal(Exceeds([.. begun, repair], history, now), refusal is not null);
            if (refusal is null)
                begun.Add(repair);
        }

        return true;
    }));

    /// <summary>Whether more is begun at the end than the limits allow: counted anew, from the history alone.</summary>
    private static bool Exceeds(IReadOnlyList<Repair> begun, History history, DateTimeOffset now)
    {
        var hour = begun.Where(one => one.Started > now.AddHours(-1)).Select(one => one.Target).ToList();
        var day = begun.Where(one => one.Started > now.AddDays(-1) && one.Target == begun[^1].Target);
        var reached = (decimal)hour.Distinct().Count();
        return hour.Count > history.Limits.MaxPerHour
            || day.Count() > history.Limits.MaxPerService
            || (reached > 1 && reached / history.Services * 100 > (decimal)history.Limits.MaxBlastPercent);
    }

    private sealed record Try(int Minutes, string Service);

    private sealed record History(int Services, OperatePlan Limits, IReadOnlyList<Try> Tries);
}
