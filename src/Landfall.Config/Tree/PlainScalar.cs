using System.Globalization;

namespace Landfall.Config.Tree;

/// <summary>The types of unquoted scalars, by YAML 1.2's core schema (section 10.3.2 of the specification).</summary>
internal static class PlainScalar
{
    /// <summary>True for <c>true</c> and <c>false</c> in the spellings of the core schema.</summary>
    public static bool IsBoolean(string text) => text is "true" or "false" or "True" or "False" or "TRUE" or "FALSE";

    /// <summary>True for an integer or decimal number.</summary>
    public static bool IsNumber(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.'))
        {
            return false;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value);
    }
}
