using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Deployment;

/// <summary>Notes what a deployment makes of stacks: each is known by the beginning of its template's hash.</summary>
/// <param name="record">Where it is noted.</param>
/// <param name="regions">The regions that the stacks are in.</param>
internal sealed class StackRecord(ChangeRecord record, StackRegions regions)
{
    // As many digits as git shows of a commit when asked for a long one.
    private const int Digits = 12;

    /// <summary>Notes what is about to be deployed.</summary>
    /// <param name="change">What was agreed to.</param>
    /// <param name="deployed">The stacks as they are.</param>
    public void Begin(Change change, IReadOnlyList<DeployedStack> deployed) => record.Begin(change.Stacks.Select(stack =>
        new ChangedSubject(stack.Name, deployed.FirstOrDefault(one => one.Name == stack.Name) is { HasContents: true } before ? Mark(before.Template) : null, After: null)));

    /// <summary>Notes how stacks have ended.</summary>
    /// <param name="reports">How each ended.</param>
    /// <param name="stop">Gives up.</param>
    public async Task EndAsync(IReadOnlyList<StackReport> reports, CancellationToken stop)
    {
        foreach (var report in reports)
            await NoteAsync(report, stop).ConfigureAwait(false);
    }

    /// <summary>Notes how far a deployment came.</summary>
    /// <param name="failure">Why it ended.</param>
    /// <param name="stop">Gives up.</param>
    public async Task FailAsync(LandfallException failure, CancellationToken stop)
    {
        if (failure.Details is not FailedDeployment failed)
            return;
        await EndAsync(failed.Stacks, stop).ConfigureAwait(false);
        var touched = failed.Stacks.Where(stack => stack.Outcome is StackOutcome.Created or StackOutcome.Updated or StackOutcome.Deleted or StackOutcome.Failed).ToList();
        if (touched.Count > 0 && touched.All(stack => stack.Outcome == StackOutcome.Failed && failed.Failures.Any(one => one.Stack == stack.Stack && one.StackStatus == "UPDATE_ROLLBACK_COMPLETE")))
            record.RollBack();
    }

    private async Task NoteAsync(StackReport report, CancellationToken stop)
    {
        switch (report.Outcome)
        {
            case StackOutcome.Created or StackOutcome.Updated:
                record.Became(report.Stack, await FindMarkAsync(report.Stack, stop).ConfigureAwait(false));
                break;
            case StackOutcome.Deleted:
                record.Became(report.Stack, null);
                break;
            case StackOutcome.Failed:
                record.Became(report.Stack, "failed");
                break;
            default:
                record.Spare(report.Stack);
                break;
        }
    }

    /// <summary>What the stack runs is not in question, only what the trail says of it: where it cannot be read now, that is unknown.</summary>
    private async Task<string> FindMarkAsync(string stack, CancellationToken stop)
    {
        try
        {
            return Mark(await StackTemplate.FetchAsync(regions.ClientOf(stack), stack, stop).ConfigureAwait(false));
        }
        catch (Exception e) when (AwsFailure.Of(e) is not null)
        {
            return "template unknown";
        }
    }

    private static string Mark(JsonObject template) =>
        $"template {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(template.ToJsonString())))[..Digits]}";
}
