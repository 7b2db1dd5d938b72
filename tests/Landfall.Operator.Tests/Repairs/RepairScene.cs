using Landfall.AIOps.Changes;
using Landfall.Config.Plan;
using Landfall.Operations.Explaining;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Playbooks;
using Landfall.Operator.Repairs;
using Landfall.Operator.Signals;
using Landfall.Operator.Store;
using Landfall.Operator.Tests.Playbooks;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Operator.Tests.Repairs;

/// <summary>An operator that repairs the shop of <see cref="Scene"/>, whose services fail and heal as a test says.</summary>
internal sealed class RepairScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Scene _scene = new();
    private IReadOnlyList<Playbook> _playbooks = PlaybookShelf.Read(null).All;

    public FakeTimeProvider Time { get; } = new(Scene.Noon);

    public FakeHands Hands { get; } = new();

    public RepairMode Mode { get; set; } = RepairMode.Auto;

    public OperatePlan Limits { get; set; } = GivenLimits.Usual;

    /// <summary>How many services the environment has.</summary>
    public int Services { get; set; } = 5;

    /// <summary>Where the operator keeps what it knows.</summary>
    public string? File { get; init; }

    public OperatorStore Open() => OperatorStore.Open(File ?? Path.Combine(_folder.Path, "dev.db"), Time);

    public void UseUndo() => _playbooks = [PlaybookParser.Read("more", "f", PlaybookTexts.Sound).Playbook!];

    /// <summary>Somebody takes the first incident on.</summary>
    public void TakeOn() => _scene.Acknowledged.Add(new Acknowledgement(1, Time.GetUtcNow(), "ada", ""));

    /// <summary>A look some minutes later at which these services are down, with what a closer look finds at them.</summary>
    public async Task<IReadOnlyList<OperatorEvent>> LookAsync(double minutes, string finding, params string[] down)
    {
        Time.Advance(TimeSpan.FromMinutes(minutes));
        var now = Time.GetUtcNow();
        var at = (now - Scene.Noon).TotalMinutes;
        using var store = Open();
        var lease = store.Take("ada");
        try
        {
            ChangeEvent[] released = finding == "release" ? [.. down.Select(node => Scene.Release(node, -2))] : [];
            _scene.Hear(at, new SourceReading("ECS services") { Signals = [.. down.Select(node => Scene.Down(node, at))], Changes = released });
            var step = OperatorLoop.Learn(_scene.Last, [.. down.Select(node => new Investigation(node, now, 0, [new Finding(finding == "release" ? "container-exited" : finding, "It does not answer.", [], "")], []))]);
            _scene.Go(step);
            store.Save(lease, now, step);
            var desk = new RepairDesk(Mode, _playbooks, new RepairGuard(Limits, Services), Hands, Time);
            return await desk.StepAsync(store, lease, step.State.Cases(), TestContext.Current.CancellationToken);
        }
        finally
        {
            store.GiveBack(lease);
        }
    }

    public IReadOnlyList<Repair> Repairs()
    {
        using var store = Open();
        return new RepairLedger(store).All();
    }

    public CaseFile Case(long id)
    {
        using var store = Open();
        return store.Find(id)!;
    }

    public void Tell(Action<RepairLedger> word)
    {
        using var store = Open();
        word(new RepairLedger(store));
    }

    public void Dispose() => _folder.Dispose();
}
