using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Operating;

/// <summary>One look of an operator at an environment. It is told after it was saved.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="At">When.</param>
/// <param name="Events">What happened since the look before, in order.</param>
/// <param name="Incidents">The incidents that are not over, the oldest first.</param>
/// <param name="Gaps">What could not be read.</param>
internal sealed record OperatorTick(
    string App, string Environment, DateTimeOffset At, IReadOnlyList<OperatorEvent> Events, IReadOnlyList<ListedIncident> Incidents, IReadOnlyList<Gap> Gaps);
