using System.Text;
using Landfall.Config.Plan;

namespace Landfall.Config.Schema;

/// <summary>The environment variables that <c>uses</c> injects, as a chapter of the reference.</summary>
internal static class VariableReference
{
    /// <summary>Writes the chapter; always the same text.</summary>
    /// <returns>Markdown, ending with an empty line.</returns>
    public static string Write()
    {
        var text = new StringBuilder("""
            ## What `uses` injects

            A service gets these environment variables for each name in its `uses`, here for one called `orders`. `prefix` in
            [use](#use) replaces `ORDERS`. A worker gets its `queue`'s without naming it in `uses`.

            | used | variables |
            |---|---|

            """);
        foreach (var (used, kind) in new[]
        {
            ("database", UseKind.Database), ("table", UseKind.Table), ("bucket", UseKind.Bucket), ("queue", UseKind.Queue),
            ("secret", UseKind.Secret), ("service", UseKind.Service), ("`auth`", UseKind.Auth), ("`emr`", UseKind.EmrCluster),
        })
        {
            var prefix = kind switch { UseKind.Auth => "AUTH", UseKind.EmrCluster => "EMR", _ => "ORDERS" };
            var names = InjectedVariables.Of(new UsePlan(prefix.ToLowerInvariant(), kind, UseAccess.ReadWrite, prefix));
            text.Append("| ").Append(used).Append(" | ").AppendJoin(", ", names.Select(name => $"`{name}`")).Append(" |\n");
        }

        return text.Append('\n').ToString();
    }
}
