using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Changes;

/// <summary>Lets a change through that somebody has agreed to, and no other.</summary>
/// <param name="watcher">Who can be asked.</param>
internal sealed class Gate(IWatcher watcher)
{
    /// <summary>Adds what is no part of what is agreed to, but helps whoever decides: amounts, new names.</summary>
    public Func<Change, CancellationToken, Task<Change>> Complete { get; init; } = (change, _) => Task.FromResult(change);

    /// <summary>Decides what a deployment may do.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="deployed">What runs.</param>
    /// <param name="plan">The deployment.</param>
    /// <param name="agreed">What was agreed to beforehand.</param>
    /// <param name="approved">The file with the change that was approved, or null.</param>
    /// <param name="stop">Stops asking.</param>
    /// <returns>The change that is agreed to.</returns>
    /// <exception cref="LandfallException">AWS would refuse it, nobody has agreed to its harm, or it is not what was approved.</exception>
    public async Task<Agreement> AgreeAsync(
        string environment, IReadOnlyList<DeployedStack> deployed, PassPlan plan, Agreed agreed, string? approved, CancellationToken stop)
    {
        var whole = await Complete(PlannedChange.Of(environment, deployed, plan, removes: true), stop).ConfigureAwait(false);
        if (approved is not null)
        {
            RequireSame(ChangeFile.Read(approved), whole, approved);
            agreed = new Agreed(Yes: true) { Accept = [whole.Digest] };
        }

        var removes = plan.Unwanted.Count > 0 && await RemovesAsync(plan.Unwanted, whole, agreed, stop).ConfigureAwait(false);
        var change = removes || plan.Unwanted.Count == 0 ? whole : await Complete(PlannedChange.Of(environment, deployed, plan, removes: false), stop).ConfigureAwait(false);
        if (change.Cost is { } cost)
            watcher.Say($"{cost}.");
        await PassAsync(change, agreed, stop).ConfigureAwait(false);
        return new Agreement(change, removes);
    }

    /// <summary>Lets a change through, or asks, or refuses.</summary>
    /// <param name="change">The change.</param>
    /// <param name="agreed">What was agreed to beforehand.</param>
    /// <param name="stop">Stops asking.</param>
    /// <exception cref="LandfallException">AWS would refuse it, or nobody has agreed to its harm.</exception>
    public async Task PassAsync(Change change, Agreed agreed, CancellationToken stop)
    {
        if (change.Refused.Count > 0)
        {
            throw new LandfallException(
                ErrorCodes.ChangeRefused,
                $"AWS would refuse this change of '{change.Environment}', so nothing was touched:\n{Lines(change.Refused.Select(r => r.Text))}")
            {
                Details = change,
            };
        }

        var open = agreed.Missing(change);
        if (open.Count == 0)
            return;
        if (!watcher.CanAsk)
            throw NotAgreed(change, open, $"There is no terminal to ask on. Where it is meant, add --accept {string.Join(" ", open.Select(e => e.Id))}, or --accept {change.Digest}.");

        watcher.Say($"This change of '{change.Environment}' does harm:");
        foreach (var effect in open)
            watcher.Say($"  {Words(effect)}");
        foreach (var hint in change.Hints)
            watcher.Say(hint.Text);
        var question = new Question(open.Count == 1 ? "Do you agree to it?" : $"Do you agree to these {open.Count} effects?", "");
        if (!await watcher.AgreeAsync(question, stop).ConfigureAwait(false))
            throw NotAgreed(change, open, "Nothing was deployed.");
    }

    private static void RequireSame(Change approved, Change now, string file)
    {
        if (approved.Digest != now.Digest)
        {
            throw new LandfallException(
                ErrorCodes.ChangeMoved,
                $"'{file}' approves the change {approved.Digest[..Math.Min(12, approved.Digest.Length)]} of '{approved.Environment}', but what runs or what is wanted has moved on: now it would be {now.Digest[..12]} of '{now.Environment}'. Look at it with 'landfall diff', and have it approved again.");
        }
    }

    private async Task<bool> RemovesAsync(IReadOnlyList<string> unwanted, Change whole, Agreed agreed, CancellationToken stop)
    {
        if (agreed.Yes || agreed.Covers(whole))
            return true;
        var names = string.Join(", ", unwanted);
        if (watcher.CanAsk)
        {
            foreach (var effect in whole.Harm.Where(e => unwanted.Any(u => e.Id.StartsWith(u + "/", StringComparison.Ordinal))))
                watcher.Say($"  {Words(effect)}");
            foreach (var hint in whole.Hints)
                watcher.Say(hint.Text);
            if (await watcher.AgreeAsync(new Question($"No longer in the file: {names}. Delete?", "Add --yes to delete them."), stop).ConfigureAwait(false))
                return true;
        }

        // Where nobody can be asked, what is left over is no reason to fail.
        watcher.Say($"No longer in the file, but left in place: {names}. Deploy with --yes to delete what is not in the file; with --exit-code a script learns of it.");
        return false;
    }

    private static LandfallException NotAgreed(Change change, IReadOnlyList<Effect> open, string remedy) => new(
        ErrorCodes.HarmNotAgreed,
        $"Nobody has agreed to what this change of '{change.Environment}' does:\n{Lines(open.Select(e => $"{Words(e)}\n    {e.Id}"))}\n{string.Concat(change.Hints.Select(h => h.Text + "\n"))}{remedy}")
    {
        Details = change,
    };

    private static string Words(Effect effect) => effect.Amount is { } amount ? $"{effect.Text} ({amount})" : effect.Text;

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Select(t => $"  {t}"));
}
