using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Config.Overrides;

/// <summary>The property path of a patch, as the CDK reads it: names and numbers between dots, of which <c>\.</c> is none.</summary>
internal static partial class PatchPath
{
    /// <summary>The path's names and numbers.</summary>
    /// <param name="property">The path, for example <c>Properties.Tags.2</c>.</param>
    public static IReadOnlyList<string> Split(string property) =>
        [.. Dot().Split(property).Select(part => part.Replace("\\.", ".", StringComparison.Ordinal))];

    /// <summary>True for the number of a list's item.</summary>
    public static bool IsIndex(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>True for a function of CloudFormation's, whose result only CloudFormation knows.</summary>
    public static bool IsFunction(string part) => part is "Ref" || part.StartsWith("Fn::", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\\)\.")]
    private static partial Regex Dot();
}
