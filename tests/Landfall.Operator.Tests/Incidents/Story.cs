using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Signals;
using Landfall.Operator.Tests.Operating;

namespace Landfall.Operator.Tests.Incidents;

/// <summary>An incident from its beginning to its end: a release whose tasks end, the web that fails with it, a rollback that mends both.</summary>
internal static class Story
{
    /// <summary>What the operator tells of it, and the incident at its end.</summary>
    public static async Task<(IReadOnlyList<OperatorEvent> Events, CaseFile File)> TellAsync()
    {
        var (scene, events, looks) = (new Scene(), new List<OperatorEvent>(), new FakeInvestigator());
        ChangeEvent[] released = [Scene.Release("api", -2)];
        var died = AwsEvents.Read(Scene.At(-1), "api", "aws.ecs", "ECS Task State Change", "Essential container in task exited; api: exit code 3");
        var web = new IncidentSignal(Scene.At(2), "web", "alarm Errors", 0.95, "alarm shop-dev-web-Errors: Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (1.0).");
        var refused = new Gap("CloudWatch alarms", "CloudWatch alarms", "The credentials lack the permission 'cloudwatch:DescribeAlarms'.");

        SourceReading Services(params IncidentSignal[] signals) => new("ECS services") { Signals = signals, Changes = released, Symptoms = [died] };
        await LookAsync(0, Services(Scene.Down("api", -1, "0 of 2 tasks run: Essential container in task exited; api: exit code 3")), new SourceReading("CloudWatch alarms"));
        await LookAsync(2, Services(Scene.Down("api", -1)), new SourceReading("CloudWatch alarms") { Signals = [web] });
        scene.Acknowledged.Add(new Acknowledgement(1, Scene.At(3), "ada@laptop", "rolling back"));
        await LookAsync(3, Services(Scene.Down("api", -1)), new SourceReading("CloudWatch alarms") { Gaps = [refused] });
        released = [.. released, new ChangeEvent(Scene.At(4), "api", ChangeKind.Deployment, "rollback by user/ada", "landfall")];
        await LookAsync(6, Services(), new SourceReading("CloudWatch alarms"));
        await LookAsync(17, Services(), new SourceReading("CloudWatch alarms"));
        return (events, scene.State.Cases()[0]);

        async Task LookAsync(double minutes, params SourceReading[] readings)
        {
            scene.Hear(minutes, readings);
            var services = scene.Loop.WorthALook(scene.State, Scene.At(minutes));
            var learned = services.Count == 0 ? scene.Last : OperatorLoop.Learn(scene.Last, await looks.LookAsync(services, Scene.At(minutes), CancellationToken.None));
            scene.Go(learned);
            events.AddRange(learned.Events);
        }
    }
}
