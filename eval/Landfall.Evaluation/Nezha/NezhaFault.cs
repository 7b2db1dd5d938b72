namespace Landfall.Evaluation.Nezha;

/// <summary>One injected fault.</summary>
/// <param name="Time">When it was injected, on the clock of the recorded data.</param>
/// <param name="Service">Where.</param>
/// <param name="Type">What, for example <c>cpu_contention</c>, <c>return</c>, <c>exception</c>, <c>network_delay</c>.</param>
internal sealed record NezhaFault(DateTimeOffset Time, string Service, string Type);
