using Landfall.Config;
using Landfall.Operations.Changes;

namespace Landfall.Operations;

/// <summary>What a caller has agreed to before an operation runs. The watcher is asked for whatever else it needs.</summary>
/// <param name="Yes">True when questions about what does no harm are answered with yes.</param>
internal sealed record Agreed(bool Yes)
{
    /// <summary>Agrees to whatever a change does: for environments that are thrown away, and for tests.</summary>
    public const string All = "all";

    /// <summary>To nothing yet.</summary>
    public static Agreed ToNothing { get; } = new(Yes: false);

    /// <summary>The harm that is agreed to: the ids of effects, a change's digest, or <see cref="All"/>.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Asks a question that nobody has answered beforehand.</summary>
    /// <param name="question">The question.</param>
    /// <param name="refused">What a no comes to: a sentence.</param>
    /// <param name="context">Who is asked.</param>
    /// <exception cref="LandfallException">The answer was no.</exception>
    public async Task RequireAsync(Question question, string refused, OperationContext context)
    {
        if (!Yes && !await context.Watcher.AgreeAsync(question, context.Stop).ConfigureAwait(false))
            throw new LandfallException(ErrorCodes.NotAgreed, refused);
    }

    /// <summary>Finds the harm that is not agreed to yet. Whoever named a kind of harm has agreed to none.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The effects.</returns>
    public IReadOnlyList<Effect> Missing(Change change)
    {
        var names = Accept.SelectMany(a => a.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);
        return names.Contains(All) || names.Contains(change.Digest) ? [] : [.. change.Harm.Where(e => !names.Contains(e.Id))];
    }

    /// <summary>Whether all that a change does was agreed to by name, its removals with it.</summary>
    /// <param name="change">The change.</param>
    /// <returns>True when nothing needs to be asked.</returns>
    public bool Covers(Change change) => Accept.Count > 0 && Missing(change).Count == 0;
}
