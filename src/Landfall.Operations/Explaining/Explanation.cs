using Landfall.Operations.Status;

namespace Landfall.Operations.Explaining;

/// <summary>Why a service is as it is.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Health">What is to be thought of it.</param>
/// <param name="Findings">What is wrong, the likely cause first; none where nothing is.</param>
/// <param name="Unread">What could not be looked at, so that a cause may be missing.</param>
/// <param name="Repairs">What an operator of the environment may do about it, in a sentence.</param>
internal sealed record Explanation(
    string App, string Environment, string Service, ServiceHealth Health, IReadOnlyList<Finding> Findings, IReadOnlyList<UnreadPart> Unread, string Repairs);
