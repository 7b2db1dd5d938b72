using Landfall.Config.Values;

namespace Landfall.Operations.Changes;

/// <summary>A change as people read it: a screen of what matters, or everything.</summary>
internal static class ChangeText
{
    // With the headings those are 24 lines, a screen where it is wide enough for each.
    private const int MostStacks = 7;
    private const int MostHarm = 7;
    private const int MostOthers = 3;

    /// <summary>Writes what matters.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The lines, at most 24; whoever shows them breaks the long ones.</returns>
    public static IEnumerable<string> Brief(Change change)
    {
        if (change.IsEmpty)
            return [$"{change.Environment}: nothing changes.", .. Renamed(change)];
        return
        [
            $"{change.Environment}: {Counted(change.Stacks.Select(s => EnumWord.Of(s.Action)))} (change {change.Digest[..12]})",
            .. Cost(change),
            .. Some(change.Stacks.Select(s => $"  {EnumWord.Of(s.Action)}  {s.Name}  {(s.Resources.Count == 0 ? "tags, outputs or policies only" : Counted(s.Resources.Select(r => EnumWord.Of(r.Action))))}"), MostStacks),
            .. Section("AWS would refuse:", change.Refused.Select(r => $"  {r.Text}"), MostHarm),
            .. Section("Somebody has to agree to:", change.Harm.Select(Placed), MostHarm),
            .. change.Hints.Select(h => h.Text),
            .. Section("Besides:", change.Effects.Where(e => !e.Harmful && e.Kind != EffectKind.Cost).Select(Placed), MostOthers),
            .. Renamed(change),
            .. Roles(change),
            "'--verbose' shows every resource, every effect and its id.",
        ];
    }

    /// <summary>Writes everything.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The lines.</returns>
    public static IEnumerable<string> Verbose(Change change)
    {
        if (change.IsEmpty)
            return [$"{change.Environment}: nothing changes.", .. Renamed(change)];
        var effects = change.Effects.ToDictionary(e => e.Id, StringComparer.Ordinal);
        return
        [
            $"{change.Environment}: {Counted(change.Stacks.Select(s => EnumWord.Of(s.Action)))}",
            $"change {change.Digest}",
            .. Cost(change),
            .. change.Effects.Where(e => e.Kind == EffectKind.Cost).SelectMany(e => new[] { Line(e), $"    {e.Id}" }),
            .. change.Stacks.SelectMany(s => s.Resources.SelectMany(r => Resource(r, effects)).Prepend($"{EnumWord.Of(s.Action)} {s.Name}")),
            .. change.Refused.Select(r => $"refused {r.Stack}/{r.LogicalId}: {r.Text}"),
            .. change.Hints.Select(h => h.Text),
            .. Renamed(change),
            .. Roles(change),
        ];
    }

    private static IEnumerable<string> Resource(ResourceChange resource, Dictionary<string, Effect> effects)
    {
        yield return $"  {EnumWord.Of(resource.Action)} {resource.LogicalId} ({resource.Type}): {resource.Reason}";
        foreach (var effect in resource.Effects.Select(id => effects[id]))
        {
            yield return $"    {(effect.Harmful ? "! " : "")}{Words(effect)}: {effect.Text}{Amount(effect)}";
            yield return $"      {effect.Id}";
        }
    }

    private static IEnumerable<string> Cost(Change change) => change.Cost is { } cost ? [$"{cost}"] : [];

    private static IEnumerable<string> Renamed(Change change) => change.Renamed.Count == 0
        ? []
        : [$"Renamed, so that nothing is replaced: {string.Join(", ", change.Renamed.Select(r => $"{r.Kind} {r.Name} (was {r.Was})"))}."];

    private static IEnumerable<string> Roles(Change change) => change.ServiceRoles.Count == 0
        ? []
        : [$"Made once for the account: the service-linked roles of {string.Join(", ", change.ServiceRoles)}."];

    private static string Line(Effect effect) => $"  {Words(effect)}: {effect.Text}{Amount(effect)}";

    /// <summary>With the stack where the resource has no name but its logical id, which is the same in every service's stack.</summary>
    private static string Placed(Effect effect) =>
        effect.Id.Split('/') is [var stack, var logicalId, ..] && effect.Text.Contains(logicalId, StringComparison.Ordinal) ? $"{Line(effect)} [{stack}]" : Line(effect);

    private static string Amount(Effect effect) => effect.Amount is null ? "" : $" ({effect.Amount})";

    private static string Words(Effect effect)
    {
        var kind = effect.Kind switch
        {
            EffectKind.LosesData => "loses data",
            EffectKind.Permissions => "permissions",
            EffectKind.Network => "opens the network",
            EffectKind.Cost => "costs",
            _ => EnumWord.Of(effect.Kind),
        };
        return effect.Certainty == Certainty.Possible ? $"perhaps {kind}" : kind;
    }

    private static string Counted(IEnumerable<string> words) =>
        string.Join(", ", words.GroupBy(w => w).Select(g => $"{g.Count()} {g.Key}"));

    private static IEnumerable<string> Section(string heading, IEnumerable<string> lines, int most)
    {
        var some = Some(lines, most).ToList();
        return some.Count == 0 ? [] : some.Prepend(heading);
    }

    private static IEnumerable<string> Some(IEnumerable<string> lines, int most)
    {
        var all = lines.ToList();
        return all.Take(most).Concat(all.Count > most ? [$"  … and {all.Count - most} more"] : []);
    }
}
