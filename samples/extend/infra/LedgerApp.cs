using Amazon.CDK;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;

namespace Ledger.Infra;

/// <summary>The app of one environment: Landfall's stacks, one of them replaced, and one more.</summary>
internal sealed class LedgerApp(AppPlan plan, SynthOptions options) : LandfallApp(plan, options)
{
    /// <inheritdoc />
    protected override LandfallStack CreateService(ServicePlan service)
    {
        if (service is not WebServicePlan { Name: "api" } api)
        {
            return base.CreateService(service); // every other service stays as it is
        }

        var records = new RecordsStack(this);
        records.AddStackDependency(Network!);   // network, data and edge exist before the first service
        var stack = new ApiStack(this, api);
        stack.AddStackDependency(records);      // it reads what the records stack publishes
        return stack;
    }

    /// <inheritdoc />
    protected override void Customise()
    {
        // All stacks exist now, so any construct can be changed in plain CDK, here a tag that policies can refer to.
        Tags.Of(((ApiStack)Services["api"]).TaskRole).Add("data-class", "internal");
    }
}
