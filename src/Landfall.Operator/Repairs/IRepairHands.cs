using Landfall.Operations.Changes;

namespace Landfall.Operator.Repairs;

/// <summary>What repairs do in an environment, and see of it.</summary>
internal interface IRepairHands
{
    /// <summary>Looks how the environment and one of its services are.</summary>
    /// <param name="service">The service, as the file calls it.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>How they are.</returns>
    Task<RepairFacts> LookAsync(string service, CancellationToken stop);

    /// <summary>Tells what an operation would do.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">What it is given.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The change; null where it cannot be known.</returns>
    /// <exception cref="Config.LandfallException">It cannot be done, and why.</exception>
    Task<Change?> PreviewAsync(string operation, IReadOnlyDictionary<string, string> values, CancellationToken stop);

    /// <summary>Runs an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">What it is given.</param>
    /// <param name="digest">The change that it is to make.</param>
    /// <param name="caller">Who runs it, for the audit trail.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="Config.LandfallException">It failed, and why.</exception>
    Task RunAsync(string operation, IReadOnlyDictionary<string, string> values, string digest, string caller, CancellationToken stop);

    /// <summary>Finds in the audit trail how an operation ended.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="caller">Who ran it.</param>
    /// <param name="since">When it was begun.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>True where it was done, false where it failed, null where the trail has nothing of it.</returns>
    Task<bool?> FindEndAsync(string operation, string caller, DateTimeOffset since, CancellationToken stop);
}
