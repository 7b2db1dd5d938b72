using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Doctor;

/// <summary>Looks at what deployments and services depend on, on this machine and in the account, and says what to do where it is not well.</summary>
internal sealed class DoctorOperation : Operation<DoctorParameters, DoctorReport>
{
    /// <inheritdoc />
    public override string Name => "doctor";

    /// <inheritdoc />
    public override string Summary => "Look at what deployments depend on: programs, credentials, bootstrap, quotas, addresses, certificates, DNS; and say how to mend it.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<DoctorReport> RunAsync(DoctorParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        List<Symptom> found = [new("file", SymptomState.Well, $"{plan.App} {plan.Environment}, in {plan.Region}.", null)];
        found.AddRange(await Programs.LookAsync(plan, Environment.GetEnvironmentVariable("LANDFALL_CONTAINER_ENGINE"), context.Stop).ConfigureAwait(false));
        found.AddRange(await AccountAsync(plan, parameters.Local, context).ConfigureAwait(false));
        return new DoctorReport(plan.App, plan.Environment, found);
    }

    private static async Task<IReadOnlyList<Symptom>> AccountAsync(AppPlan plan, bool local, OperationContext context)
    {
        AwsTarget target;
        try
        {
            target = await Targets.OpenAsync(plan, local, context.Time, context.Stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!context.Stop.IsCancellationRequested && (e as LandfallException ?? AwsFailure.Of(e)) is not null)
        {
            var unseen = DoctorChecks.All.Select(check => new Symptom(check.Id, SymptomState.Unseen, "Not looked at: there is no way into the account.", null));
            return [new("credentials", SymptomState.Broken, (e as LandfallException ?? AwsFailure.Of(e)!).Message, "Sign in to the environment's account, and look again."), .. unseen];
        }

        using (target)
        {
            var found = await LookAsync(DoctorChecks.All, plan, target, context).ConfigureAwait(false);
            return [new("credentials", SymptomState.Well, $"Account {target.Account}{(plan.Account is null ? "; the file names none, so that any would do" : "")}.", plan.Account is null ? "Name it as 'account' of the environment: then another one is refused." : null), .. found];
        }
    }

    /// <summary>Lets checks look, many at once; one that AWS refuses does not keep the others.</summary>
    internal static async Task<IReadOnlyList<Symptom>> LookAsync(IReadOnlyList<IDoctorCheck> checks, AppPlan plan, AwsTarget target, OperationContext context)
    {
        using var calls = new BoundedCalls(context.Stop);
        var now = context.Time.GetUtcNow();
        var found = await Task.WhenAll(checks.Select(check => calls.AskAsync(check.Id, async () => await check.LookAsync(plan, target, now, context.Stop).ConfigureAwait(false)))).ConfigureAwait(false);
        return
        [
            .. checks.Zip(found).SelectMany(one => one.Second ?? calls.Unread.Where(part => part.What == one.First.Id).Select(part =>
                new Symptom(one.First.Id, SymptomState.Unseen, $"Not looked at: {part.Reason}", "Where a permission lacks, give it to whoever runs this; else look again later."))),
        ];
    }
}
