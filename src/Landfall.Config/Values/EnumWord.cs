using System.Text.Json;

namespace Landfall.Config.Values;

/// <summary>A member of an enumeration as files, errors and output spell it.</summary>
internal static class EnumWord
{
    /// <summary>Spells a member.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The member.</param>
    /// <returns>For example <c>blueGreen</c>.</returns>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
