using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.AIOps.Topology;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Tests;

/// <summary>A shop whose web uses an api, whose api uses orders, and a mailer beside them, seen at chosen moments.</summary>
internal sealed class Scene(OperatorOptions? options = null)
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly TopologyGraph Graph = new(
        [new("web", "api"), new("api", "orders", EdgeKind.Uses), new("mailer", "emails", EdgeKind.Uses)],
        [
            new("web", NodeKind.Service), new("api", NodeKind.Service), new("mailer", NodeKind.Service), new("orders", NodeKind.Resource), new("emails", NodeKind.Resource),
        ]);

    public OperatorLoop Loop { get; } = new(Graph, options ?? new OperatorOptions());

    public OperatorState State { get; private set; } = OperatorState.Empty;

    public List<Acknowledgement> Acknowledged { get; } = [];

    public OperatorStep Last { get; private set; } = new(OperatorState.Empty, [], []);

    public static DateTimeOffset At(double minutes) => Noon.AddMinutes(minutes);

    /// <summary>A look at which the services and alarms say this.</summary>
    public IReadOnlyList<OperatorEvent> Look(double minutes, params IncidentSignal[] signals) => Hear(minutes, new SourceReading("ECS services") { Signals = signals });

    /// <summary>A look at which the sources say this.</summary>
    public IReadOnlyList<OperatorEvent> Hear(double minutes, params SourceReading[] readings)
    {
        Last = Loop.Step(State, new Observation(At(minutes), readings, Acknowledged));
        State = Last.State;
        return Last.Events;
    }

    /// <summary>Goes on from a step.</summary>
    public void Go(OperatorStep step) => (Last, State) = (step, step.State);

    public static IncidentSignal Down(string node, double minutes, string text = "0 of 2 tasks run") => new(At(minutes), node, "tasks", 0.99, text);

    public static ChangeEvent Release(string node, double minutes) => new(At(minutes), node, ChangeKind.Deployment, "release by user/ada, commit 1a2b3c4d", "landfall");
}
