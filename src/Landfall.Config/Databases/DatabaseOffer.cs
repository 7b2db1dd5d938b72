namespace Landfall.Config.Databases;

/// <summary>What RDS has for one engine.</summary>
/// <param name="Versions">The versions, oldest first; for some engines a major version alone too.</param>
/// <param name="Families">The sizes of each family of instance classes; none for Aurora, which is serverless.</param>
/// <param name="Missing">What each region lacks of them, families such as <c>m5</c> or classes such as <c>m5.large</c>.</param>
internal sealed record DatabaseOffer(
    IReadOnlyList<string> Versions,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Families,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Missing)
{
    /// <summary>The classes that a region has; of a region that the table does not know, all.</summary>
    public IEnumerable<string> Classes(string? region)
    {
        var missing = region is null ? [] : Missing.GetValueOrDefault(region, []);
        return Families
            .Where(family => !missing.Contains(family.Key))
            .SelectMany(family => family.Value, (family, size) => $"{family.Key}.{size}")
            .Where(name => !missing.Contains(name));
    }

    /// <summary>True for a version of the list, or the beginning of one: <c>16</c> of <c>16.4</c>.</summary>
    public bool HasVersion(string version) =>
        Versions.Any(known => known == version || known.StartsWith($"{version}.", StringComparison.Ordinal));

    /// <summary>
    /// True for a version that AWS may have brought out after the table: a minor one behind the newest of its major version,
    /// or the next major version.
    /// </summary>
    public bool MayBeNewer(string version)
    {
        var wanted = Numbers(version);
        if (wanted is [])
        {
            return false; // digits that make no number of a version
        }

        var newest = Versions.Select(Numbers).MaxBy(numbers => numbers, VersionOrder)!;
        var sameMajor = Versions.Select(Numbers).Where(numbers => numbers.Length > 1 && numbers[0] == wanted[0]).ToList();
        return sameMajor.Count == 0
            ? wanted[0] == newest[0] + 1
            : sameMajor.TrueForAll(numbers => VersionOrder.Compare(wanted, numbers) > 0)
                || (wanted.Length > 2 && sameMajor.Where(numbers => numbers[1] == wanted[1]).ToList() is { Count: > 0 } same && same.TrueForAll(numbers => VersionOrder.Compare(wanted, numbers) > 0));
    }

    /// <summary>True for a class that AWS may have brought out after the table: a size of a known family, or the next generation of one.</summary>
    public bool MayBeNewerClass(string name)
    {
        var (family, size) = (name.Split('.')[0], name.Split('.')[1]);
        if (Families.TryGetValue(family, out var sizes))
        {
            return !sizes.Contains(size) && IsSize(size);
        }

        var (kind, generation) = Generation(family);
        return IsSize(size) && generation > 0 && generation == 1 + Families.Keys.Select(Generation).Where(known => known.Kind == kind).Select(known => known.Number).DefaultIfEmpty(-1).Max();
    }

    private static Comparer<int[]> VersionOrder { get; } = Comparer<int[]>.Create((left, right) =>
        left.Zip(right, (one, other) => one.CompareTo(other)).FirstOrDefault(order => order != 0, left.Length.CompareTo(right.Length)));

    // 8.0.mysql_aurora.3.10.4 counts by its numbers.
    private static int[] Numbers(string version) =>
        [.. version.Split('.', '-', '_').Where(part => int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out _)).Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];

    // large, 2xlarge, metal.
    private static bool IsSize(string size) =>
        size is "micro" or "small" or "medium" or "large" or "xlarge"
        || (size.EndsWith("xlarge", StringComparison.Ordinal) && int.TryParse(size[..^"xlarge".Length], System.Globalization.CultureInfo.InvariantCulture, out var times) && times is > 1 and <= 128);

    // r8gd is the eighth generation of r.
    private static (string Kind, int Number) Generation(string family)
    {
        var kind = new string([.. family.TakeWhile(char.IsAsciiLetterLower)]);
        var number = new string([.. family.Skip(kind.Length).TakeWhile(char.IsAsciiDigit)]);
        return (kind, number.Length is > 0 and < 4 ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 0);
    }
}
