using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Protection;

namespace Landfall.Operations.Tests.Deployment.Protection;

public sealed class StackProtectionTests : IDisposable
{
    private readonly List<string> _tables = [];
    private readonly FakeCloudFormation _aws;
    private readonly FakeStack _stack;

    public StackProtectionTests()
    {
        // Elastic Load Balancing and RDS answer by the same protocol as CloudFormation, and name no stack.
        _aws = new FakeCloudFormation(request =>
        {
            if (!request.Headers.TryGetValue("X-Amz-Target", out var target))
                return null;
            _tables.Add($"{target.Split('.')[^1]} {request.Body}");
            return new StubAnswer(200, "{}");
        });
        _stack = _aws.Add("shop-dev-data", "CREATE_COMPLETE");
    }

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Lift_ResourcesThatAwsRefusesToDelete_AreAllowedToBeDeletedBeforeTheStackIs()
    {
        _stack.Protected = true;

        await LiftAsync(("AWS::ElasticLoadBalancingV2::LoadBalancer", "arn:lb"), ("AWS::RDS::DBCluster", "orders"), ("AWS::RDS::DBInstance", "orders-1"), ("AWS::DynamoDB::Table", "audit"), ("AWS::SQS::Queue", "jobs"));

        Assert.Equal(["ModifyLoadBalancerAttributes", "ModifyDBCluster", "ModifyDBInstance", "UpdateTerminationProtection"], _aws.Done.Select(done => done.Split(' ')[0]));
        Assert.Equal("arn:lb", _aws.Forms("ModifyLoadBalancerAttributes")[0]["LoadBalancerArn"]);
        Assert.Equal("orders", _aws.Forms("ModifyDBCluster")[0]["DBClusterIdentifier"]);
        Assert.Equal("orders-1", _aws.Forms("ModifyDBInstance")[0]["DBInstanceIdentifier"]);
        Assert.Equal(["""UpdateTable {"TableName":"audit","DeletionProtectionEnabled":false}"""], _tables);
    }

    [Fact]
    public async Task Lift_NothingIsProtected_TouchesNothing()
    {
        await LiftAsync(("AWS::SQS::Queue", "jobs"));

        Assert.Empty(_aws.Done);
        Assert.Empty(_tables);
    }

    private Task LiftAsync(params (string Type, string Id)[] doomed) => new StackProtection(_aws.Session).LiftAsync(
        _stack.Read(), doomed.Select(r => new OwnedResource("shop-dev-data", r.Type, r.Id)), TestContext.Current.CancellationToken);
}
