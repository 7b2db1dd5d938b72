using System.Globalization;
using System.Text;

namespace Landfall.Config.Limits;

/// <summary>Writes docs/limits.md: of each resource type that Landfall makes, what is checked.</summary>
internal static class LimitsPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="types">The resource types of the templates.</param>
    /// <returns>The page.</returns>
    public static string Write(IEnumerable<string> types)
    {
        var page = new StringBuilder($"""
            # Limits

            What AWS takes of each resource type that Landfall makes, generated from the list that is checked: do not edit this
            page. AWS's pages were read on {LimitList.ReadOn}.

            - `landfall validate` checks what the file decides; `synth`, `diff` and `deploy` hold every template against the list
              before AWS sees it, patches of `overrides` and stacks of your own included.
            - A quota that AWS raises on request goes by your account's value, which `deploy` and `landfall context refresh` look
              up in Service Quotas and record in `landfall.context.json`; more than that is an error. Where the account's value is
              not known, more than AWS's default is a warning of `validate`.
            - What can be avoided is: rights on several things of a kind are one statement, a role's rights beyond an inline policy
              go into managed policies, and a name that would be too long is shortened, with a hash at its end. A name that fits
              never changes.


            """.ReplaceLineEndings("\n"));
        var limits = LimitList.All.ToLookup(limit => limit.Type, StringComparer.Ordinal);
        foreach (var type in types.Concat(limits.Select(group => group.Key)).Distinct().Order(StringComparer.Ordinal))
        {
            page.Append("## ").Append(type).Append("\n\n");
            if (!limits.Contains(type))
            {
                page.Append("Nothing to check. ").Append(LimitList.None[type]).Append("\n\n");
                continue;
            }

            page.Append("| what | AWS takes | quota that AWS raises on request | way out |\n|---|---|---|---|\n");
            foreach (var limit in limits[type])
            {
                page.Append(CultureInfo.InvariantCulture, $"| [{limit.What}]({limit.Source}) | {Allowed(limit)} | {(limit.Quota is { } quota ? $"`{quota.Service}`: {quota.Name}" : "")} | {limit.Remedy} |\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Allowed(Limit limit) => limit.Pattern is null
        ? limit.Allowed
        : $"{(limit.Most is null ? "" : $"at most {limit.Whole} characters, ")}`{limit.Pattern.Replace("|", "\\|", StringComparison.Ordinal).Replace("`", "'", StringComparison.Ordinal)}`";
}
