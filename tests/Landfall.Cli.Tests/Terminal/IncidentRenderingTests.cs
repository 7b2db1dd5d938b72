using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.AIOps.RootCause;
using Landfall.Cli.Terminal;
using Landfall.Operations.Explaining;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Operating;
using Landfall.Operator.Repairs;
using Landfall.Operator.Signals;

namespace Landfall.Cli.Tests.Terminal;

public sealed class IncidentRenderingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ListedIncident Listed = new(
        3, IncidentState.Acknowledged, IncidentSeverity.High, "api: 0 of 2 tasks run", At, null, ["api", "web"], "api: It ended with exit code 3.", "ada@laptop");

    private readonly CapturedScreen _screen = new(120);

    [Fact]
    public void Write_Look_IsALineForEachEventOnStandardOutput()
    {
        var tick = new OperatorTick(
            "shop", "dev", At,
            [new OperatorEvent(At, OperatorEventKind.Opened, 3, "high: api: 0 of 2 tasks run"), new OperatorEvent(At, OperatorEventKind.CauseFound, 3, "api: \u001b[2JIt ended."), new OperatorEvent(At, OperatorEventKind.GapBegan, null, "not read: tasks: no")],
            [Listed], [new Gap("ECS services", "tasks", "no")]);

        IncidentRendering.Write(_screen.Screen, tick, first: true, goesOn: true);

        Assert.Equal("12:00:00  incident 3 opened: high: api: 0 of 2 tasks run\n12:00:00  incident 3 explained: api: [2JIt ended.\n12:00:00  not read: tasks: no\n", _screen.Data);
        Assert.Equal("shop dev: One incident is open. Not all could be read. Watching; Ctrl-C ends it.\n", _screen.Talk);
    }

    [Fact]
    public void Write_LookAtWhichNothingHappened_IsSilentButForTheFirst()
    {
        var tick = new OperatorTick("shop", "dev", At, [], [], []);

        IncidentRendering.Write(_screen.Screen, tick, first: false, goesOn: true);
        Assert.Equal(("", ""), (_screen.Data, _screen.Talk));

        IncidentRendering.Write(_screen.Screen, tick, first: true, goesOn: false);
        Assert.Equal(("", "shop dev: No incident is open.\n"), (_screen.Data, _screen.Talk));
    }

    [Fact]
    public void Write_List_IsATable()
    {
        IncidentRendering.Write(_screen.Screen, new IncidentsReport("shop", "dev", At, [Listed, Listed with { Id = 2, State = IncidentState.Resolved, Ended = At.AddMinutes(9) }]));

        Assert.Equal(
            ["ID STATE        SEVERITY BEGAN (UTC)      ENDED (UTC)      WHAT", "3  acknowledged high     2026-03-01 12:00                  api: 0 of 2 tasks run", "2  resolved     high     2026-03-01 12:00 2026-03-01 12:09 api: 0 of 2 tasks run"],
            _screen.Data.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
        Assert.Equal("The operator last looked at 2026-03-01 12:00:00 UTC.\n", _screen.Talk);
    }

    [Fact]
    public void Write_NoIncident_SaysSoAndWhenTheOperatorLooked()
    {
        IncidentRendering.Write(_screen.Screen, new IncidentsReport("shop", "dev", At, []));

        Assert.Equal(("", "shop dev has had no incident in this time.\nThe operator last looked at 2026-03-01 12:00:00 UTC.\n"), (_screen.Data, _screen.Talk));
    }

    [Fact]
    public void Write_One_HasCauseEvidenceTimelineAndWhatIsNotKnown()
    {
        var detail = new IncidentDetail(
            Listed,
            ["shopfront"],
            "98 % by what happened at its nodes and before it",
            [new CauseCandidate("api", CauseKind.Change, 0.98, ["release by user/ada (2 min before the onset)"], []), new CauseCandidate("web", CauseKind.Errors, 0.02, [], ["api, which it depends on, explains 100% of its strongest symptom"])],
            new Dictionary<string, IReadOnlyList<Finding>> { ["api"] = [new Finding("container-exited", "It ended with exit code 3.", ["api | no database"], "Look at its log.")] },
            [],
            [new ChangeEvent(At, "api", ChangeKind.Deployment, "release by user/ada")],
            [],
            [ShownRepair.Of(new Repair(3, 1, "bad-release", "api", "rollback", new Dictionary<string, string> { ["service"] = "api" }, At) { State = RepairState.Waiting, Effects = ["Its tasks are replaced."] })],
            [new SuggestedAction(SuggestedActionKind.RollBack, "api", "release by user/ada came shortly before"), new SuggestedAction(SuggestedActionKind.Investigate, "api", "…")],
            [new TimelineEntry(At, "api", "tasks unusual"), new TimelineEntry(At.AddSeconds(5), "", "ada@laptop took it on")],
            ["traces"]);

        IncidentRendering.Write(_screen.Screen, new IncidentsReport("shop", "dev", At, [Listed]) { Detail = detail });

        Assert.Equal(
            """
            Incident 3: api: 0 of 2 tasks run
              acknowledged, taken on by ada@laptop; high; since 2026-03-01 12:00:00 UTC
              Affected: api, web. At risk: shopfront

            Cause
              api: It ended with exit code 3. (98 % by what happened at its nodes and before it)
              api: It ended with exit code 3. [container-exited]
                  api | no database
                Next: Look at its log.
              api, change (98 %)
                  for: release by user/ada (2 min before the onset)
              web, errors (2 %)
                  against: api, which it depends on, explains 100% of its strongest symptom

            To do
              roll back api: release by user/ada came shortly before

            Repairs
              repair 1, bad-release: rollback (service: api) waits for 'landfall approve 3': Its tasks are replaced.

            Timeline (UTC)
              2026-03-01 12:00:00  api: tasks unusual
              2026-03-01 12:00:05  ada@laptop took it on

            Not read, so that a cause may be missing
              traces

            """,
            _screen.Data);
    }

    [Fact]
    public void Write_PostMortem_IsThePageAlone()
    {
        IncidentRendering.Write(_screen.Screen, new IncidentsReport("shop", "dev", At, [Listed]) { PostMortem = "# Page\n" });

        Assert.Equal(("# Page\n", ""), (_screen.Data, _screen.Talk));
    }
}
