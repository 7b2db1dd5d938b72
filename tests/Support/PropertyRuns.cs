using System.Globalization;
using FsCheck;

namespace Landfall.Tests;

/// <summary>
/// With which values a property is tried. They are the same at each run, so that a change is judged by what it changes.
/// Whoever hunts for more sets <c>LANDFALL_PROPERTY_SEED</c> (a number; <c>random</c> for a new one each time) and
/// <c>LANDFALL_PROPERTY_TIMES</c>, by which the number of values is multiplied.
/// </summary>
internal static class PropertyRuns
{
    /// <summary>How a property is tried; its failure is thrown.</summary>
    /// <param name="values">How many values are tried.</param>
    public static FsCheck.Config Of(int values = 100)
    {
        var times = int.Parse(Environment.GetEnvironmentVariable("LANDFALL_PROPERTY_TIMES") ?? "1", CultureInfo.InvariantCulture);
        var config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(values * times);
        return (Environment.GetEnvironmentVariable("LANDFALL_PROPERTY_SEED") ?? "20261121") switch
        {
            "random" => config,
            // The second number has to be odd; any will do.
            var seed => config.WithReplay(ulong.Parse(seed, CultureInfo.InvariantCulture), 17),
        };
    }
}
