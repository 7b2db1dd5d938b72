using System.Globalization;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations;
using Landfall.Operations.Changes;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Playbooks;
using Landfall.Operator.Store;

namespace Landfall.Operator.Repairs;

/// <summary>
/// Repairs between two looks: takes up what another operator has left, sees whether what was done helped, proposes what fits, and does what
/// the mode and the guardrails allow. Whatever it begins is written down first.
/// </summary>
/// <param name="mode">How far it goes.</param>
/// <param name="playbooks">The playbooks, in the order in which they are tried.</param>
/// <param name="guard">The guardrails.</param>
/// <param name="hands">What repairs do, and see.</param>
/// <param name="time">The clock.</param>
internal sealed class RepairDesk(RepairMode mode, IReadOnlyList<Playbook> playbooks, RepairGuard guard, IRepairHands hands, TimeProvider time)
{
    private readonly RepairChoice _choice = new(playbooks);

    /// <summary>Works.</summary>
    /// <param name="store">What the operator knows.</param>
    /// <param name="lease">The right to.</param>
    /// <param name="cases">The incidents after the look.</param>
    /// <param name="stop">Stops it. A repair that goes on is left to the next operator.</param>
    /// <returns>What happened.</returns>
    public async Task<IReadOnlyList<OperatorEvent>> StepAsync(OperatorStore store, Lease lease, IReadOnlyList<CaseFile> cases, CancellationToken stop)
    {
        var work = new Work(new RepairLedger(store), lease, cases, []);
        foreach (var repair in work.Ledger.Current(time.GetUtcNow()))
        {
            if (repair.State == RepairState.Running)
                await TakeUpAsync(work, repair, stop).ConfigureAwait(false);
            else if (repair.State == RepairState.Verifying)
                await VerifyAsync(work, repair, stop).ConfigureAwait(false);
            else if (repair.IsOpen && IsOver(work, repair))
                Put(work, repair with { State = RepairState.Withdrawn, Ended = time.GetUtcNow(), Text = "The fault was over before it was begun." }, OperatorEventKind.RepairWithdrawn);
        }

        if (mode == RepairMode.Observe)
            return work.Events;
        foreach (var file in cases.Where(one => one.State is IncidentState.Open or IncidentState.Acknowledged))
            Propose(work, file);
        foreach (var repair in work.Ledger.Current(time.GetUtcNow()).Where(one => one.IsOpen))
            await JudgeAsync(work, repair, stop).ConfigureAwait(false);
        return work.Events;
    }

    /// <summary>Who runs the operation of a repair, as the audit trail has it.</summary>
    /// <param name="repair">The repair.</param>
    internal static string CallerOf(Repair repair) => string.Create(CultureInfo.InvariantCulture, $"operator, incident {repair.Incident}, repair {repair.Number}, {repair.Playbook}");

    private static CaseFile? CaseOf(Work work, Repair repair) =>
        work.Cases.FirstOrDefault(one => one.Incident.Id == repair.Incident) ?? work.Cases.FirstOrDefault(one => one.IsLive && one.Incident.Radius.Affected.Contains(repair.Target));

    private static bool IsOver(Work work, Repair repair) =>
        CaseOf(work, repair) is not { IsLive: true } file || !file.Incident.Alarms.Any(alarm => alarm.Node == repair.Target && alarm.Raised);

    /// <summary>An operation that was begun and whose end nobody has written down: it is never begun again.</summary>
    private async Task TakeUpAsync(Work work, Repair repair, CancellationToken stop)
    {
        bool? ended;
        bool there;
        try
        {
            ended = await hands.FindEndAsync(repair.Operation, CallerOf(repair), repair.Started!.Value, stop).ConfigureAwait(false);
            there = ended is null && await IsThereAsync(repair, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested && AwsFailure.Of(e) is not null)
        {
            return; // AWS cannot be asked now: it is looked at again at the next tick
        }

        if (ended == true || there)
            Put(work, repair with { State = RepairState.Verifying, Done = time.GetUtcNow(), Seen = ended == true, Text = "It was begun by an operator that has ended; its effect is there." }, OperatorEventKind.RepairMade);
        else
            Fail(work, repair, ended == false ? "It was begun by an operator that has ended, and failed." : "It was begun by an operator that has ended, and its effect is not there. It is not begun a second time.");
    }

    /// <summary>Whether what a repair was to change is not as it was when it was begun.</summary>
    private async Task<bool> IsThereAsync(Repair repair, CancellationToken stop)
    {
        try
        {
            return (await hands.PreviewAsync(repair.Operation, repair.Values, stop).ConfigureAwait(false))?.Digest != repair.Digest;
        }
        catch (LandfallException)
        {
            return true; // nothing to roll back any more, a rollout that does not wait: whether it helped shows
        }
    }

    private async Task VerifyAsync(Work work, Repair repair, CancellationToken stop)
    {
        var over = IsOver(work, repair);
        var now = time.GetUtcNow();
        try
        {
            if (over && (await hands.LookAsync(repair.Target, stop).ConfigureAwait(false)).IsWell)
                Put(work, repair with { State = RepairState.Repaired, Ended = now, Text = $"{repair.Target} is well again, {OperatorEventText.Span(now - repair.Started!.Value)} after it was begun." }, OperatorEventKind.Repaired);
            else if (now - repair.Done!.Value > repair.Within)
                await GiveUpAsync(work, repair, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested && AwsFailure.Of(e) is not null)
        {
            // how it is cannot be seen now: it is looked at again at the next tick
        }
    }

    private async Task GiveUpAsync(Work work, Repair repair, CancellationToken stop)
    {
        var text = $"{repair.Target} is not well {OperatorEventText.Span(repair.Within)} after it was done.";
        if (playbooks.FirstOrDefault(one => one.Name == repair.Playbook) is not { Undo: { } undo } playbook)
        {
            Fail(work, repair, text);
            return;
        }

        try
        {
            text = $"{text} {await UndoAsync(work, repair, undo, undo.For(playbook, repair.Target), stop).ConfigureAwait(false)}";
        }
        catch (Exception e) when (!stop.IsCancellationRequested && Known(e) is { } known)
        {
            text = $"{text} It was not undone: {known.Message}";
        }

        Fail(work, repair, text);
    }

    /// <summary>Takes back what did not help, once, and says whether it was.</summary>
    private async Task<string> UndoAsync(Work work, Repair repair, PlaybookAction undo, IReadOnlyDictionary<string, string> values, CancellationToken stop)
    {
        if (!repair.Seen)
            return "It was not undone, because the operator that began it has ended, and what came of it is not known.";
        if (guard.Check(undo.Operation, work.Ledger.FindFreeze(), time.GetUtcNow()) is { } order)
            return $"It was not undone: {order.Text}";
        var change = await hands.PreviewAsync(undo.Operation, values, stop).ConfigureAwait(false);
        if (RepairGuard.Check(change) is { } refusal)
            return $"It was not undone: {refusal.Text}";
        if (!work.Ledger.TryBegin(work.Lease, repair, $"{repair.Key}/undo"))
            return "Whether it was undone is not known: an operator has ended while it was.";
        await hands.RunAsync(undo.Operation, values, change!.Digest, CallerOf(repair), stop).ConfigureAwait(false);
        return $"It was undone: {change.Effects[0].Text}";
    }

    private void Propose(Work work, CaseFile file)
    {
        var known = work.Ledger.Of(file.Incident.Id);
        foreach (var service in file.Incident.Alarms.Where(alarm => alarm.Raised).Select(alarm => alarm.Node).Distinct())
        {
            var ofService = known.Where(one => one.Target == service).ToList();
            if (ofService.Exists(one => one.IsOpen || one.IsAtWork))
                continue;
            var tried = ofService.Where(one => one.Started is not null).Select(one => one.Playbook).ToHashSet(StringComparer.Ordinal);
            if (_choice.For(file, service, tried) is not { } playbook)
                continue;
            var repair = new Repair(file.Incident.Id, known.Count + 1, playbook.Name, service, playbook.Action.Operation, playbook.Action.For(playbook, service), time.GetUtcNow())
            {
                State = RepairState.Proposed,
                Within = playbook.Within,
            };
            work.Ledger.Put(work.Lease, repair);
            known = [.. known, repair];
        }
    }

    private async Task JudgeAsync(Work work, Repair repair, CancellationToken stop)
    {
        var file = CaseOf(work, repair)!;
        Change? change = null;
        GuardRefusal? refusal;
        try
        {
            refusal = guard.Check(repair, work.Ledger.Current(time.GetUtcNow()), work.Ledger.FindFreeze(), time.GetUtcNow())
                ?? RepairGuard.Check(repair, await hands.LookAsync(repair.Target, stop).ConfigureAwait(false));
            change = refusal is null ? await hands.PreviewAsync(repair.Operation, repair.Values, stop).ConfigureAwait(false) : null;
            refusal ??= RepairGuard.Check(change);
        }
        catch (Exception e) when (!stop.IsCancellationRequested && Known(e) is { } known)
        {
            refusal = new GuardRefusal(AwsFailure.Of(e) is null ? GuardRule.UnknownEffect : GuardRule.NotRead, known.Message);
        }

        if (refusal is not null)
        {
            Put(work, repair with { State = RepairState.Refused, Rule = refusal.Rule, Text = refusal.Text }, repair.Rule == refusal.Rule ? null : OperatorEventKind.RepairRefused);
            return;
        }

        // Who has taken an incident on is at work on it: nothing is done beside them without a word. Outside the hours nobody may be there.
        var outside = mode == RepairMode.Auto ? guard.OutsideHours(time.GetUtcNow()) : null;
        var wanted = mode == RepairMode.Auto && (outside is not null || file.State == IncidentState.Acknowledged) ? RepairMode.Approve : mode;
        var approval = wanted == RepairMode.Approve ? work.Ledger.FindApproval(repair) : null;
        var moved = repair.Digest is { } before && before != change!.Digest;
        var current = repair with
        {
            Attempt = repair.Attempt + (moved ? 1 : 0),
            Digest = change!.Digest,
            Effects = [.. change.Effects.Select(effect => effect.Text)],
            Rule = null,
            Text = moved && approval is not null ? "What it does is not what was approved any more: it has to be approved again."
                : outside is not null ? $"It is {outside}." : "",
            KeptAt = repair.KeptAt ?? (outside is null ? null : time.GetUtcNow()),
            KeptBecause = repair.KeptBecause ?? outside,
        };
        if (wanted == RepairMode.Auto)
            await RunAsync(work, current, stop).ConfigureAwait(false);
        else if (approval is not null && approval.Digest == current.Digest && approval.Counts(time.GetUtcNow()))
            await RunAsync(work, current with { ApprovedBy = approval.By }, stop).ConfigureAwait(false);
        else
            Wait(work, repair, current with { State = wanted == RepairMode.Suggest ? RepairState.Proposed : RepairState.Waiting });
    }

    private void Wait(Work work, Repair before, Repair now)
    {
        var known = before.State == now.State && before.Digest == now.Digest;
        Put(work, now, known ? null : now.State == RepairState.Waiting ? OperatorEventKind.RepairWaiting : OperatorEventKind.RepairProposed);
    }

    private async Task RunAsync(Work work, Repair repair, CancellationToken stop)
    {
        var begun = repair with { State = RepairState.Running, Started = time.GetUtcNow(), Text = "" };
        if (!work.Ledger.TryBegin(work.Lease, begun, begun.Key))
        {
            Fail(work, repair, "It was begun before, and is not begun a second time.");
            return;
        }

        Tell(work, begun, OperatorEventKind.RepairBegun);
        try
        {
            await hands.RunAsync(begun.Operation, begun.Values, begun.Digest!, CallerOf(begun), stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested && Known(e) is { } known)
        {
            Fail(work, begun, $"It failed: {known.Message}");
            return;
        }

        Put(work, begun with { State = RepairState.Verifying, Done = time.GetUtcNow(), Seen = true }, OperatorEventKind.RepairMade);
    }

    private void Fail(Work work, Repair repair, string text) =>
        Put(work, repair with { State = RepairState.NotRepaired, Ended = time.GetUtcNow(), Text = $"{text} A person is needed." }, OperatorEventKind.NotRepaired);

    private void Put(Work work, Repair repair, OperatorEventKind? kind)
    {
        work.Ledger.Put(work.Lease, repair);
        if (kind is { } told)
            Tell(work, repair, told);
    }

    private void Tell(Work work, Repair repair, OperatorEventKind kind) =>
        work.Events.Add(new OperatorEvent(time.GetUtcNow(), kind, repair.Incident, RepairText.Of(repair)));

    private static LandfallException? Known(Exception e) => e as LandfallException ?? AwsFailure.Of(e);

    private sealed record Work(RepairLedger Ledger, Lease Lease, IReadOnlyList<CaseFile> Cases, List<OperatorEvent> Events);
}
