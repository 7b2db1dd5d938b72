using System.Globalization;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Values;
using Landfall.Operations;
using Landfall.Operations.Projects;
using Landfall.Operator.Incidents;
using Landfall.Operator.Store;

namespace Landfall.Operator.Repairs;

/// <summary>Approves exactly the change that a repair would make; an operator that is at work makes it at its next look.</summary>
internal sealed class ApproveOperation : Operation<ApproveParameters, RepairApproved>
{
    /// <inheritdoc />
    public override string Name => "approve";

    /// <inheritdoc />
    public override string Summary => "Approve a repair that the operator proposes, exactly as it was shown, for an hour.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <summary>A model that the operator's words may have led astray approves nothing: a person does.</summary>
    public override OperationTraits Traits => OperationTraits.PersonOnly;

    /// <inheritdoc />
    public override async Task<RepairApproved> RunAsync(ApproveParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var (store, _) = await KnownIncidents.OpenAsync(plan, parameters.Local, context).ConfigureAwait(false);
        using (store)
        {
            if (store.Find(parameters.Incident) is null)
                throw KnownIncidents.Unknown(plan, parameters.Incident);
            var ledger = new RepairLedger(store);
            var repair = Choose(plan, ledger.Of(parameters.Incident), parameters);
            Require(plan, ledger, repair, context.Time.GetUtcNow());
            var question = new Question($"Approve {repair.Call}? {string.Join(" ", repair.Effects)}", "Add --yes to approve from a script.");
            await agreed.RequireAsync(question, "Nothing was approved.", context).ConfigureAwait(false);
            ledger.Approve(new Approval(repair.Incident, repair.Number, repair.Digest!, context.Time.GetUtcNow(), context.Caller.Name));
            return new RepairApproved(plan.App, plan.Environment, repair.Incident, repair.Number, repair.Call, repair.Effects, context.Caller.Name);
        }
    }

    /// <summary>The limits hold for what a person approves too, but for the hours. What AWS is asked for, the operator sees when it begins.</summary>
    private static void Require(AppPlan plan, RepairLedger ledger, Repair repair, DateTimeOffset now)
    {
        if (plan.Operate.Mode < RepairMode.Approve)
            throw Forbidden(repair, $"operate.mode of {plan.Environment} is '{EnumWord.Of(plan.Operate.Mode)}', so that nothing is repaired. Run it by hand, or write 'mode: approve' in the file and start the operator again.");
        if (RepairGuard.Of(plan).Check(repair, ledger.Current(now), ledger.FindFreeze(), now) is { } refusal)
            throw Forbidden(repair, refusal.Text);
    }

    private static LandfallException Forbidden(Repair repair, string why) => new(
        ErrorCodes.RepairForbidden, string.Create(CultureInfo.InvariantCulture, $"Repair {repair.Number} of incident {repair.Incident}, {repair.Call}, cannot be approved. {why}"));

    private static Repair Choose(AppPlan plan, IReadOnlyList<Repair> repairs, ApproveParameters parameters)
    {
        var shown = string.Create(CultureInfo.InvariantCulture, $"'landfall incidents {parameters.Incident} --env {plan.Environment}' shows what there is.");
        if (parameters.Repair is { } number)
        {
            return repairs.FirstOrDefault(one => one.Number == number) switch
            {
                null => throw Unknown($"Incident {parameters.Incident} has no repair {number}. {shown}"),
                { State: RepairState.Waiting } waiting => waiting,
                { State: RepairState.Proposed } => throw Unknown($"Repair {number} of incident {parameters.Incident} is a word of advice: the operator runs in mode suggest. Run it by hand, or start the operator in mode approve, which 'operate' in the file has to allow."),
                var other => throw Unknown($"Repair {number} of incident {parameters.Incident} does not wait for anybody: {RepairText.Of(other)}"),
            };
        }

        return repairs.Where(one => one.State == RepairState.Waiting).ToList() switch
        {
            [var one] => one,
            [] => throw Unknown($"No repair of incident {parameters.Incident} waits for an approval. {shown}"),
            var several => throw Unknown($"Several repairs of incident {parameters.Incident} wait: {string.Join("; ", several.Select(RepairText.Of))}. Choose one with --repair."),
        };
    }

    private static LandfallException Unknown(FormattableString text) => new(ErrorCodes.RepairUnknown, text.ToString(CultureInfo.InvariantCulture));
}
