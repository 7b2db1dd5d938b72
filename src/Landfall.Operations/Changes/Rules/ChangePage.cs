using System.Text;

namespace Landfall.Operations.Changes.Rules;

/// <summary>The page <c>docs/changes.md</c>, written from the rules.</summary>
internal static class ChangePage
{
    private const string Head = """
        # What happens when you change …

        `landfall diff` and `landfall deploy` compute one change, from what runs to what the file wants, before anything is
        touched. This page is written from the rules that they use; a test keeps them together.

        - **loses data**, **interrupts**, **replaces**, **permissions** and **opens the network** are harm, to which somebody has
          to agree: at the terminal, or with `--accept` and the effects' ids or the change's digest. `--accept all` agrees to
          whatever it is: for environments that are thrown away, and for tests. `--yes` agrees to no harm.
        - **restarts** is none: new tasks run before the old ones stop. Nor is **runs**: the command is the application's own.
        - **costs** is none either: what the environment is expected to cost a month more or less, at the list prices of
          [docs/cost.md](cost.md), as a whole and stack by stack. What has no known price is named.
        - What is created now harms nobody: its permissions and openings are listed.
        - **refused** means that AWS would refuse it half-way. Landfall refuses it first, and touches nothing.
        - Several indexes of a table, removals, renames and swaps are deployed in steps, so that nothing that runs refers to what
          is gone.

        Whether a property can be changed in place comes from CloudFormation's registry schemas, for every resource type; of a
        type that is not in them a change *perhaps replaces* it. Metadata, `DependsOn` and the order of keys change nothing.

        """;

    /// <summary>Writes the page.</summary>
    /// <returns>Markdown.</returns>
    public static string Write()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var topic in ChangeRules.All.GroupBy(r => r.Topic))
        {
            page.Append("\n## ").Append(topic.Key).Append("\n\n| when you change | it | | AWS's word |\n|---|---|---|---|\n");
            foreach (var rule in topic)
                page.Append("| ").Append(rule.When).Append(" | ").Append(Kind(rule.Kind)).Append(" | ").Append(rule.Then).Append(" | ").Append(rule.Source).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Kind(EffectKind? kind) => kind switch
    {
        null => "**refused**",
        EffectKind.LosesData => "**loses data**",
        EffectKind.Interrupts => "**interrupts**",
        EffectKind.Replaces => "**replaces**",
        EffectKind.Permissions => "**permissions**",
        EffectKind.Network => "**opens the network**",
        EffectKind.Runs => "runs",
        EffectKind.Restarts => "restarts",
        _ => "costs",
    };
}
