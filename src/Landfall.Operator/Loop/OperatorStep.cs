using Landfall.Operator.Incidents;

namespace Landfall.Operator.Loop;

/// <summary>What one step of the loop comes to.</summary>
/// <param name="State">What is known after it.</param>
/// <param name="Cases">The incidents as they are after it, and those that became a part of another one in it.</param>
/// <param name="Events">What happened, in order.</param>
internal sealed record OperatorStep(OperatorState State, IReadOnlyList<CaseFile> Cases, IReadOnlyList<OperatorEvent> Events);
