using Amazon.CDK;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;

namespace Ledger.Infra;

/// <summary>The app of one environment: Landfall's stacks, one of them replaced, and one more.</summary>
internal sealed class LedgerApp(AppPlan plan, SynthOptions options) : LandfallApp(plan, options)
{
    /// <inheritdoc />
    protected override LandfallStack CreateService(ServicePlan service) =>
        service is WebServicePlan { Name: "api" } api ? new ApiStack(this, api) : base.CreateService(service);

    /// <inheritdoc />
    protected override void Customize()
    {
        // All of Landfall's stacks exist now. Any construct of theirs can be changed in plain CDK.
        var api = (ApiStack)Services["api"];
        Tags.Of(api.TaskRole).Add("data-class", "internal");                                // by property
        var targets = (CfnTargetGroup)api.Node.FindChild("TargetGroup");                    // or by construct id
        targets.HealthCheckIntervalSeconds = Plan.Protect ? 10 : 30;

        // And stacks can be added. Dependencies say what is deployed first.
        var records = new RecordsStack(this);
        records.AddStackDependency(Network);    // it reads the VPC and its subnets
        api.AddStackDependency(records);        // which publishes what the API reads
    }
}
