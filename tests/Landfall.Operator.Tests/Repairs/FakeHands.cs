using Landfall.Operations.Changes;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Repairs;

/// <summary>An environment in which each operation that runs makes another change of the next one.</summary>
internal sealed class FakeHands : IRepairHands
{
    private int _version = 1;

    /// <summary>The operations that were begun, with their services.</summary>
    public List<string> Ran { get; } = [];

    /// <summary>Who began them.</summary>
    public List<string> Callers { get; } = [];

    public RepairFacts Facts { get; set; } = new(Asleep: false, Busy: null, IsWell: false);

    public Func<Change, Change?> Preview { get; set; } = change => change;

    /// <summary>What happens within an operation, before its effect is there.</summary>
    public Action Within { get; set; } = () => { };

    /// <summary>What happens within an operation, after its effect is there.</summary>
    public Action After { get; set; } = () => { };

    public bool? End { get; set; }

    /// <summary>Somebody else changes something.</summary>
    public void Move() => _version++;

    public Task<RepairFacts> LookAsync(string service, CancellationToken stop) => Task.FromResult(Facts);

    public Task<Change?> PreviewAsync(string operation, IReadOnlyDictionary<string, string> values, CancellationToken stop) => Task.FromResult(Preview(OperationChange.Of(
        "dev", operation, "shop-dev-" + values["service"], values["service"], $"version {_version}", string.Join(' ', values.Values), (EffectKind.Restarts, false, $"{operation} of {values["service"]} at version {_version}."))));

    public Task RunAsync(string operation, IReadOnlyDictionary<string, string> values, string digest, string caller, CancellationToken stop)
    {
        Ran.Add($"{operation} {values["service"]}");
        Callers.Add(caller);
        Within();
        _version++;
        After();
        return Task.CompletedTask;
    }

    public Task<bool?> FindEndAsync(string operation, string caller, DateTimeOffset since, CancellationToken stop) => Task.FromResult(End);
}
