using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Plan;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Repairs;

/// <summary>Whatever fails, is killed, frozen, approved or moved meanwhile: the guardrails hold.</summary>
public sealed class RepairProperties
{
    private static readonly string[] Nodes = ["web", "api", "mailer"];

    private static readonly Gen<Look> Looks =
        from minutes in Gen.Frequency((6, Gen.Choose(1, 5)), (2, Gen.Choose(11, 40)), (1, Gen.Choose(200, 900)))
        from down in Gen.Elements(Nodes).ListOf()
        from finding in Gen.Elements("http-health", "release", "out-of-memory")
        from kill in Gen.Frequency((1, Gen.Constant("before")), (1, Gen.Constant("after")), (5, Gen.Constant("")))
        from well in Gen.Elements(true, false)
        from freeze in Gen.Frequency((1, Gen.Constant(true)), (6, Gen.Constant(false)))
        from approves in Gen.Elements(true, false)
        from moves in Gen.Frequency((1, Gen.Constant(true)), (5, Gen.Constant(false)))
        from mode in Gen.Elements(RepairMode.Auto, RepairMode.Auto, RepairMode.Approve, RepairMode.Suggest)
        select new Look(minutes, [.. down.Distinct()], finding, kill, well, freeze, approves, moves, mode);

    private static readonly Gen<OperatePlan> Files =
        from perHour in Gen.Choose(1, 4)
        from perService in Gen.Choose(1, 3)
        from blast in Gen.Elements(10, 20, 30)
        from allow in Gen.Elements<string[]>(["restart"], ["restart", "rollback"], ["restart", "rollback"])
        from hours in Gen.Elements<RepairHoursPlan?>(null, null, GivenLimits.FromHalfPastNoon)
        select GivenLimits.Usual with { MaxPerHour = perHour, MaxPerService = perService, MaxBlastPercent = blast, Allow = allow, Hours = hours };

    private static readonly Gen<(OperatePlan, Look[])> Stories = from limits in Files from looks in Looks.ListOf() select (limits, looks.ToArray());

    [Fact]
    public void Step_AnyLimitsLooksAndKills_KeepsTheGuardrails() => Check.One(PropertyRuns.Of(40), Prop.ForAll(Stories.ToArbitrary(), story =>
    {
        var (limits, looks) = story;
        using var scene = new RepairScene { Limits = limits, Services = 10 };
        var begun = new List<(DateTimeOffset At, string What, string Caller)>();
        foreach (var look in looks)
        {
            scene.Mode = look.Mode;
            scene.Hands.Facts = new RepairFacts(Asleep: false, Busy: null, look.Well);
            scene.Tell(ledger => ledger.Set(look.Freeze ? new Freeze(Scene.Noon, "bob", "", null) : null));
            if (look.Moves)
                scene.Hands.Move();
            foreach (var waiting in scene.Repairs().Where(one => look.Approves && one.State == RepairState.Waiting))
                scene.Tell(ledger => ledger.Approve(new Approval(waiting.Incident, waiting.Number, waiting.Digest!, scene.Time.GetUtcNow(), "bob")));
            scene.Hands.Within = () => Kill(look.Kill == "before");
            scene.Hands.After = () => Kill(look.Kill == "after");
            var before = scene.Hands.Ran.Count;
            try
            {
                scene.LookAsync(look.Minutes, look.Finding, look.Down).GetAwaiter().GetResult();
            }
            catch (KilledException)
            {
                // the next look is another operator's
            }

            begun.AddRange(scene.Hands.Ran.Zip(scene.Hands.Callers).Skip(before).Select(one => (scene.Time.GetUtcNow(), one.First, one.Second)));
            Assert.False(before < scene.Hands.Ran.Count && (look.Freeze || look.Mode == RepairMode.Suggest), "nothing is begun against an order");
            Assert.All(scene.Repairs().Where(one => one.IsAtWork).GroupBy(one => one.Target), group => Assert.Single(group));
            Assert.Equal(scene.Repairs().Count(one => one.Started is not null), begun.Count);
        }

        Assert.Equal(begun.Count, begun.Select(one => one.Caller).Distinct().Count());
        Assert.All(begun, one =>
        {
            var hour = begun.Where(other => other.At <= one.At && one.At - other.At < TimeSpan.FromHours(1)).ToList();
            var day = begun.Where(other => other.At <= one.At && one.At - other.At < TimeSpan.FromDays(1));
            Assert.True(hour.Count <= limits.MaxPerHour, "at most so many within an hour");
            Assert.True(day.Count(other => ServiceOf(other.What) == ServiceOf(one.What)) <= limits.MaxPerService, "at most so many of a service within a day");
            Assert.True(hour.Select(other => ServiceOf(other.What)).Distinct().Count() <= limits.MaxBlastPercent / 10, "at most so large a share of ten services");
            Assert.Contains(one.What.Split(' ')[0], limits.Allow);
        });
        Assert.All(scene.Repairs().Where(one => one is { Started: not null, ApprovedBy: null } && limits.Hours is not null), one => Assert.True(
            one.Started!.Value.TimeOfDay >= new TimeSpan(12, 30, 0) && one.Started.Value.TimeOfDay < new TimeSpan(18, 0, 0) && one.Started.Value.DayOfWeek == DayOfWeek.Sunday, "none by itself outside the hours"));
        return true;
    }));

    private static string ServiceOf(string what) => what.Split(' ')[^1];

    private static void Kill(bool now)
    {
        if (now)
            throw new KilledException();
    }

    private sealed record Look(int Minutes, string[] Down, string Finding, string Kill, bool Well, bool Freeze, bool Approves, bool Moves, RepairMode Mode);
}
