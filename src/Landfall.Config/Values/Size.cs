using System.Globalization;

namespace Landfall.Config.Values;

/// <summary>
/// An amount of memory or storage. <c>MB</c> and <c>MiB</c> both mean 2^20 bytes, <c>GB</c> and <c>GiB</c> 2^30, as
/// Fargate and RDS count.
/// </summary>
/// <param name="MiB">The amount in MiB.</param>
internal readonly record struct Size(long MiB)
{
    /// <summary>What a size with a unit looks like.</summary>
    public const string Pattern = "[0-9]{1,7} ?(MB|MiB|GB|GiB)";

    /// <summary>An amount of whole GiB.</summary>
    public static Size OfGiB(int count) => new(count * 1024L);

    /// <summary>The amount in whole GiB.</summary>
    public int GiB => (int)(MiB / 1024);

    /// <summary>Reads a size with a unit.</summary>
    /// <returns>False when the text is not one.</returns>
    public static bool TryParse(string text, out Size size)
    {
        size = default;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 7)
        {
            return false;
        }

        var unit = text[digits] == ' ' ? text[(digits + 1)..] : text[digits..];
        var factor = unit switch { "MB" or "MiB" => 1, "GB" or "GiB" => 1024, _ => 0 };
        size = new Size(long.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture) * factor);
        return factor > 0;
    }

    /// <summary>Writes the size in GiB when it is a whole number of them, in MiB otherwise.</summary>
    public override string ToString() =>
        MiB % 1024 == 0 && MiB > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{MiB / 1024}GiB")
            : string.Create(CultureInfo.InvariantCulture, $"{MiB}MiB");
}
