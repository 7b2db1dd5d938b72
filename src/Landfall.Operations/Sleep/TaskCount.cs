using System.Globalization;
using Landfall.Operations.Auditing;

namespace Landfall.Operations.Sleep;

/// <summary>How many tasks a service is to run.</summary>
/// <param name="Service">The service.</param>
/// <param name="Before">How many it was to run.</param>
/// <param name="After">How many it is to run now.</param>
internal sealed record TaskCount(string Service, int Before, int After)
{
    /// <summary>What the audit trail says of it.</summary>
    /// <returns>The service, with its tasks.</returns>
    public ChangedSubject ToSubject() => new(Service, Tasks(Before), Tasks(After));

    private static string Tasks(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} task{(count == 1 ? "" : "s")}");
}
