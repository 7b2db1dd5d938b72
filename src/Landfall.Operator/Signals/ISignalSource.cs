namespace Landfall.Operator.Signals;

/// <summary>Something that tells how an environment is.</summary>
internal interface ISignalSource
{
    /// <summary>What is read, in words that end <c>… were not read</c>: <c>CloudWatch alarms</c>.</summary>
    string Name { get; }

    /// <summary>Reads it.</summary>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What it says now: all signals that stand, not only new ones.</returns>
    Task<SourceReading> ReadAsync(DateTimeOffset now, CancellationToken stop);
}
