namespace Landfall.Config.Databases;

/// <summary>
/// The instance class of a database whose file names none: the smallest that its region has for every engine. It is written
/// here and not found in the table of offers, as a class that comes to a region must not move the databases that run there.
/// </summary>
internal static class UsualClass
{
    /// <summary>The class where nothing else is said; Graviton, which costs less for the same.</summary>
    public const string Elsewhere = "t4g.micro";

    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["ca-west-1"] = "t3.micro", // "db.t4g": not in Canada West (Calgary), by the table of offers of November 2026
    };

    /// <summary>The class of a region.</summary>
    /// <param name="region">The region.</param>
    /// <returns>The class, without <c>db.</c> before it.</returns>
    public static string Of(string region) => Others.GetValueOrDefault(region, Elsewhere);
}
