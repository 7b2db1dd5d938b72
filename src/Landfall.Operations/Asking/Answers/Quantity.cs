using System.Globalization;

namespace Landfall.Operations.Asking.Answers;

/// <summary>Numbers with what is counted.</summary>
internal static class Quantity
{
    /// <summary>A number and its word.</summary>
    /// <param name="count">The number.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for any other.</param>
    /// <returns>Both.</returns>
    public static string Of(long count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
