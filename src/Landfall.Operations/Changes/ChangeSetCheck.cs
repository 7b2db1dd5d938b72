using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Changes;

/// <summary>Holds what CloudFormation is about to do against what was agreed to.</summary>
internal static class ChangeSetCheck
{
    /// <summary>Refuses a change set that does more harm than was agreed to.</summary>
    /// <param name="agreed">The change that was agreed to.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="entries">What its change set would do.</param>
    /// <exception cref="LandfallException">It would delete or replace something else.</exception>
    public static void RequireAgreed(Change agreed, string stack, IReadOnlyList<ChangeSetEntry> entries)
    {
        var known = agreed.Stacks.FirstOrDefault(s => s.Name == stack)?.Resources.ToDictionary(r => r.LogicalId, r => r.Action, StringComparer.Ordinal) ?? [];
        var others = entries.Where(e => IsHarm(e) && !IsKnown(e, known.TryGetValue(e.LogicalId, out var action) ? action : null)).ToList();
        if (others.Count > 0)
        {
            throw new LandfallException(
                ErrorCodes.ChangeSetDiffers,
                $"CloudFormation would do to '{stack}' what nobody has agreed to: {string.Join(", ", others.Select(o => $"{(IsRemoval(o) ? "delete" : "replace")} {o.LogicalId} ({o.Type})"))}. "
                + "Nothing was done to this stack. Somebody may have changed it by hand: look at it in the CloudFormation console, and run 'landfall diff'.");
        }
    }

    private static bool IsHarm(ChangeSetEntry entry) =>
        (IsRemoval(entry) || entry is { Action: "Modify", Replacement: "True" }) && ResourceKinds.IsMissed(entry.Type);

    private static bool IsRemoval(ChangeSetEntry entry) => entry is { Action: "Remove", PolicyAction: not "Retain" };

    private static bool IsKnown(ChangeSetEntry entry, ResourceAction? agreed) =>
        IsRemoval(entry) ? agreed is ResourceAction.Delete : agreed is ResourceAction.Replace;
}
