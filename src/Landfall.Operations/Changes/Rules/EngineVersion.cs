using System.Globalization;

namespace Landfall.Operations.Changes.Rules;

/// <summary>A database engine's version, as far as it tells a major step from a minor one.</summary>
/// <param name="Engine">The engine, for example <c>aurora-postgresql</c>.</param>
/// <param name="Numbers">The numbers that it begins with.</param>
internal sealed record EngineVersion(string Engine, IReadOnlyList<int> Numbers)
{
    /// <summary>The major version: one number for PostgreSQL, Oracle and SQL Server, two for MySQL and MariaDB.</summary>
    public string Major => string.Join('.', Numbers.Take(Engine.Contains("mysql", StringComparison.Ordinal) || Engine.Contains("mariadb", StringComparison.Ordinal) ? 2 : 1));

    /// <summary>Reads a version.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="text">For example <c>16.9</c> or <c>8.0.mysql_aurora.3.05.2</c>.</param>
    /// <returns>The version, or null when it does not begin with a number.</returns>
    public static EngineVersion? Parse(string? engine, string? text)
    {
        var numbers = new List<int>();
        foreach (var part in (text ?? "").Split('.'))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
        }

        return numbers.Count == 0 ? null : new EngineVersion(engine ?? "", numbers);
    }

    /// <summary>Compares two versions of one engine, as far as both are given.</summary>
    /// <param name="other">The other version.</param>
    /// <returns>Negative when this one is older, positive when it is newer, zero when they may be the same.</returns>
    public int CompareTo(EngineVersion other) =>
        Numbers.Zip(other.Numbers, (own, theirs) => own.CompareTo(theirs)).FirstOrDefault(c => c != 0);
}
