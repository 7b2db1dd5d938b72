namespace Landfall.Operations;

/// <summary>What an operation gets besides its parameters.</summary>
/// <param name="Caller">Who runs it.</param>
/// <param name="Watcher">Who follows it and can be asked.</param>
/// <param name="Time">The clock.</param>
/// <param name="Stop">Stops it.</param>
internal sealed record OperationContext(Caller Caller, IWatcher Watcher, TimeProvider Time, CancellationToken Stop);
