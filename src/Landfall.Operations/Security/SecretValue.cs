using System.Text.RegularExpressions;

namespace Landfall.Operations.Security;

/// <summary>Values that are secrets, and those that stand for one: references, placeholders, examples.</summary>
internal static partial class SecretValue
{
    /// <summary>Tells whether a value is given in plain: neither empty nor a reference, a placeholder or no text at all.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when it is.</returns>
    public static bool IsPlain(string value)
    {
        var text = value.Trim().Trim('"', '\'');
        return text.Length > 0 && !Reference().IsMatch(text) && !FileName().IsMatch(text) && !Placeholder().IsMatch(text) && !Word().IsMatch(text);
    }

    /// <summary>The information of a text's characters, in bits for each: random ones have more than words.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Shannon's entropy.</returns>
    public static double Entropy(string text) =>
        -text.GroupBy(c => c).Select(group => (double)group.Count() / text.Length).Sum(share => share * Math.Log2(share));

    [GeneratedRegex(@"^\$|\$\{|\$\(|\{\{|<%|^%\w+%$|^@\w+$|^@Microsoft\.KeyVault\(|^<[^>]*>$|^\[[^\]]*\]$|^(arn:|ssm:|vault:|secret:|file:|env:|op://|sm://|!)|^(process\.env|os\.environ|os\.getenv|ENV\[|System\.getenv|var\.|local\.|data\.|module\.|config\.|self\.|this\.|settings\.)")]
    private static partial Regex Reference();

    // The file that has the secret: its last part has an extension, or is a word. Random characters are neither.
    [GeneratedRegex(@"^(\.{0,2}|~)(/[\w.-]{1,40})*/([\w-]+\.\w{1,8}|[a-z_-]{1,30})$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"change[-_ ]?me|change[-_ ]?this|replace[-_ ]?(me|with|this)|placeholder|example|sample|dummy|fake|(?<![a-z])test(?![a-z])|(?<![a-z])todo(?![a-z])|insert[-_ ]|your[-_ ]|^my[-_ ]?(secret|password|token)$|xxx|\*\*\*|\.\.\.|^-+$|redacted|removed|not[-_ ]?set|^foo|^bar|lorem|1234567890abcdef", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(true|false|yes|no|on|off|null|none|nil|undefined|~|\d{1,6}|\d+(\.\d+)?(ms|s|m|h|d)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
