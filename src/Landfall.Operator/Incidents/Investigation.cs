using Landfall.Operations.Explaining;

namespace Landfall.Operator.Incidents;

/// <summary>A closer look at one service: the rules of <c>landfall explain</c>.</summary>
/// <param name="Node">The service.</param>
/// <param name="At">When.</param>
/// <param name="Signals">How many signals of the service the incident had then: with more of them it is worth another look.</param>
/// <param name="Findings">What is wrong, the likely cause first.</param>
/// <param name="Unread">What could not be looked at, in sentences.</param>
internal sealed record Investigation(string Node, DateTimeOffset At, int Signals, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Unread);
