using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;

namespace Landfall.Constructs.Tests.Foundation;

/// <summary>A user's own app that adds a stack with a queue that breaks cdk-nag's rules.</summary>
internal sealed class AppWithOpenQueue(AppPlan plan, SynthOptions options) : LandfallApp(plan, options)
{
    protected override void Customize()
    {
        var stack = new Stack(this, "shop-dev-own");
        _ = new CfnQueue(stack, "Open", new CfnQueueProps { SqsManagedSseEnabled = false });
    }
}
