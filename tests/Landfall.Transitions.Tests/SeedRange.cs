using System.Globalization;

namespace Landfall.Transitions.Tests;

/// <summary>Which random cases are tried: a number of them, from the first on, or those from one to another, as in <c>101-200</c>.</summary>
/// <param name="First">The first, from 1.</param>
/// <param name="Last">The last.</param>
internal sealed record SeedRange(int First, int Last)
{
    public static SeedRange Of(string? text, int otherwise) => text?.Split('-').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray() switch
    {
        null => new SeedRange(1, otherwise),
        [var count] => new SeedRange(1, count),
        var ends => new SeedRange(ends[0], ends[1]),
    };

    public IEnumerable<int> All => Enumerable.Range(First, Last - First + 1);
}
