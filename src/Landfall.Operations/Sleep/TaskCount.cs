using Landfall.Operations.Auditing;
using Landfall.Operations.Operating;

namespace Landfall.Operations.Sleep;

/// <summary>How many tasks a service is to run.</summary>
/// <param name="Service">The service.</param>
/// <param name="Before">How many it was to run.</param>
/// <param name="After">How many it is to run now.</param>
internal sealed record TaskCount(string Service, int Before, int After)
{
    /// <summary>What the audit trail says of it.</summary>
    /// <returns>The service, with its tasks.</returns>
    public ChangedSubject ToSubject() => new(Service, TaskWords.Of(Before), TaskWords.Of(After));
}
