using System.Globalization;

namespace Landfall.Config.Values;

/// <summary>A share: <c>1%</c>, <c>0.5%</c>, or the same number without the sign.</summary>
/// <param name="Value">The share in percent.</param>
internal readonly record struct Percent(double Value)
{
    /// <summary>What a share with its sign looks like.</summary>
    public const string Pattern = "[0-9]{1,3}(\\.[0-9]{1,4})?%";

    /// <summary>The share in whole percent.</summary>
    public int Whole => (int)Math.Round(Value, MidpointRounding.AwayFromZero);

    /// <summary>Reads a share with its sign.</summary>
    /// <returns>False when the text is not one.</returns>
    public static bool TryParse(string text, out Percent percent)
    {
        percent = default;
        if (!text.EndsWith('%')
            || !char.IsAsciiDigit(text[0])
            || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        percent = new Percent(value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + "%";
}
