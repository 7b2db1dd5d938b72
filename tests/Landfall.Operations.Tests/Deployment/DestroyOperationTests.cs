using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DestroyOperationTests : IDisposable
{
    private const string Lock = "/landfall/locks/shop/dev";
    private const string Data = """
        {
          "Parameters": { "DeletionProtection": { "Type": "String", "Default": "false" } },
          "Resources": {
            "Files": { "Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain" },
            "Orders": { "Type": "AWS::DynamoDB::Table", "Properties": { "DeletionProtectionEnabled": { "Ref": "DeletionProtection" } } }
          }
        }
        """;

    private readonly ChangeRecord _record = new();
    private readonly FakeParameters _parameters = new();
    private readonly FakeCloudFormation _aws;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeStack _data;
    private readonly FakeStack _api;

    public DestroyOperationTests()
    {
        _aws = new FakeCloudFormation(request => _parameters.Answer(request) ?? (request.Headers.ContainsKey("X-Amz-Target") ? new StubAnswer(200, "{}") : Rds(request)));
        _folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n");
        _data = Add("shop-dev-data", "dev");
        _data.Template = Data;
        _data.Resources.AddRange([("Files", "AWS::S3::Bucket"), ("Orders", "AWS::DynamoDB::Table")]);
        _api = Add("shop-dev-api", "dev");
    }

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Destroy_TheNameIsTyped_DeletesTheEnvironmentsStacksAndNoOthers()
    {
        Add("shop-prod-data", "prod");
        Add("web-dev-data", "dev", app: "web");
        var watcher = new Answering(true);

        var destruction = await DestroyAsync(watcher);

        Assert.Equal(("shop", "dev", "111111111111", "eu-west-1"), (destruction.App, destruction.Environment, destruction.Account, destruction.Region));
        Assert.Equal([("shop-dev-api", StackOutcome.Deleted), ("shop-dev-data", StackOutcome.Deleted)], destruction.Stacks.Select(s => (s.Stack, s.Outcome)));
        Assert.Equal(["files"], destruction.Retained.Select(r => r.PhysicalId));
        Assert.Equal(["DeleteStack shop-dev-api", "DeleteStack shop-dev-data"], _aws.Done.Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "These stacks in 111111111111, eu-west-1 would be deleted: shop-dev-api, shop-dev-data.",
                "  stays: AWS::S3::Bucket files (shop-dev-data)",
                "  is lost: AWS::DynamoDB::Table orders (shop-dev-data)",
                "Deleting shop-dev-api …",
                "Deleting shop-dev-data …",
            ],
            watcher.Said);
        Assert.Equal([new ChangedSubject("shop-dev-api", "CREATE_COMPLETE", null), new ChangedSubject("shop-dev-data", "CREATE_COMPLETE", null)], _record.Subjects);
        Assert.Equal([new Question("Type 'shop-dev' to delete them:", "Add --yes to destroy from a script.") { Word = "shop-dev" }], watcher.Asked);
    }

    [Fact]
    public async Task Destroy_AnotherNameIsTyped_DeletesNothing()
    {
        var refused = await RefusedAsync(new Answering(false));

        Assert.Equal((ErrorCodes.NotAgreed, "That was not the name; nothing was deleted."), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Destroy_AgreedBeforehand_AsksNobody()
    {
        var nobody = new Answering(null);

        Assert.Equal(2, (await DestroyAsync(nobody, yes: true)).Stacks.Count);
        Assert.Empty(nobody.Asked);
    }

    [Fact]
    public async Task Destroy_NothingIsDeployed_SaysSoAndAsksNobody()
    {
        _aws.Stacks.Clear();
        var nobody = new Answering(null);

        var destruction = await DestroyAsync(nobody);

        Assert.Empty(destruction.Stacks);
        Assert.Empty(destruction.Retained);
        Assert.Empty(nobody.Said);
    }

    [Fact]
    public async Task Destroy_CloudFormationIsStillAtWork_DeletesNothing()
    {
        _api.Becomes("UPDATE_IN_PROGRESS");
        _data.Becomes("CREATE_IN_PROGRESS");

        var refused = await RefusedAsync(new Answering(true));

        Assert.Equal(ErrorCodes.StackStuck, refused.Code);
        Assert.Equal(
            "CloudFormation is still at work on shop-dev-api (UPDATE_IN_PROGRESS), shop-dev-data (CREATE_IN_PROGRESS); nothing was deleted. Run the same command again once it is done.",
            refused.Message);
    }

    [Fact]
    public async Task Destroy_ProtectedStack_IsRefusedAndTellsWhatWouldStay()
    {
        _data.Protected = true;
        var refused = await RefusedAsync(new Answering(true));
        Assert.Equal(ErrorCodes.Protected, refused.Code);
        Assert.Equal("'shop-dev' is protected; nothing was deleted. With --unprotect its stacks are deleted, and only what is listed above stays.", refused.Message);

        _data.Template = Data.Replace(", \"DeletionPolicy\": \"Retain\"", "", StringComparison.Ordinal);
        Assert.Equal(
            "'shop-dev' is protected; nothing was deleted. With --unprotect its stacks are deleted, and nothing stays.",
            (await RefusedAsync(new Answering(true))).Message);
    }

    [Fact]
    public async Task Destroy_DatabaseOfNoStackOnItsSubnets_IsRefusedByItsName()
    {
        _data.Resources.AddRange([("Subnets", "AWS::RDS::DBSubnetGroup"), ("Main", "AWS::RDS::DBCluster"), ("Main1", "AWS::RDS::DBInstance")]);

        var refused = await RefusedAsync(new Answering(true));

        Assert.Equal(ErrorCodes.GroundInUse, refused.Code);
        Assert.Equal(
            "main-restored, plain stand on subnets of this environment, and RDS keeps those until they are gone; nothing was deleted. 'landfall data discard DATABASE COPY' deletes what 'landfall data restore' made; whatever else it is, delete or move it first.",
            refused.Message);
    }

    [Fact]
    public async Task Destroy_SubnetsThatStay_AreNoneThatADatabaseWouldHold()
    {
        _data.Template = Data.Replace("\"Files\":", "\"Subnets\": { \"Type\": \"AWS::RDS::DBSubnetGroup\", \"DeletionPolicy\": \"Retain\" }, \"Files\":", StringComparison.Ordinal);
        _data.Resources.Add(("Subnets", "AWS::RDS::DBSubnetGroup"));

        Assert.Equal(2, (await DestroyAsync(new Answering(true))).Stacks.Count);
        Assert.Empty(_aws.Forms("DescribeDBClusters"));
    }

    [Fact]
    public async Task Destroy_DeletionProtectionIsOn_IsRefusedByWhatHasIt()
    {
        _data.Parameters["DeletionProtection"] = "true";

        var refused = await RefusedAsync(new Answering(true));

        Assert.Equal(ErrorCodes.Protected, refused.Code);
        Assert.Equal(
            "Deletion protection is on for AWS::DynamoDB::Table orders (shop-dev-data); nothing was deleted. With --unprotect they are deleted too.", refused.Message);
    }

    [Fact]
    public async Task Destroy_Unprotect_DeletesProtectedStacksToo()
    {
        _data.Protected = true;
        _data.Parameters["DeletionProtection"] = "true";

        Assert.All((await DestroyAsync(new Answering(true), unprotect: true)).Stacks, s => Assert.Equal(StackOutcome.Deleted, s.Outcome));
    }

    [Fact]
    public async Task Destroy_WhileItWorks_HoldsTheEnvironmentsLockAndGivesItBack()
    {
        var held = "";
        var delete = _api.On["DeleteStack"];
        _api.On["DeleteStack"] = () =>
        {
            held = _parameters.Values[Lock];
            delete();
        };

        await DestroyAsync(new Answering(true));

        Assert.Contains("\"destroy\"", held, StringComparison.Ordinal);
        Assert.Equal([Lock], _parameters.Written);
        Assert.Empty(_parameters.Values);
    }

    private async Task<LandfallException> RefusedAsync(Answering watcher)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => DestroyAsync(watcher));
        Assert.Empty(_aws.Done);
        Assert.Empty(_parameters.Values);
        Assert.False(_record.HasBegun);
        return refused;
    }

    private Task<Destruction> DestroyAsync(Answering watcher, bool yes = false, bool unprotect = false)
    {
        var context = new OperationContext(new Caller("ada", "test"), watcher, new Locks.SetTime(), TestContext.Current.CancellationToken);
        return new DestroyOperation().DestroyAsync(
            ProjectLoader.Load(_folder.Path, "dev"), new AwsTarget(_aws.Session, "111111111111", null), unprotect, new Agreed(yes), context, _record);
    }

    /// <summary>RDS: the stack's cluster, a copy of it, an instance of nobody in the same subnets, and one in others.</summary>
    private static StubAnswer? Rds(StubRequest request)
    {
        static string Cluster(string name) =>
            $"<DBCluster><DBClusterArn>arn:aws:rds:eu-west-1:1:cluster:{name}</DBClusterArn><DBSubnetGroup>subnets</DBSubnetGroup><DBClusterMembers><DBClusterMember><DBInstanceIdentifier>{name}1</DBInstanceIdentifier></DBClusterMember></DBClusterMembers></DBCluster>";
        static string Instance(string name, string group) =>
            $"<DBInstance><DBInstanceArn>arn:aws:rds:eu-west-1:1:db:{name}</DBInstanceArn><DBSubnetGroup><DBSubnetGroupName>{group}</DBSubnetGroupName></DBSubnetGroup></DBInstance>";
        return request.Body.Contains("Action=DescribeDBClusters", StringComparison.Ordinal) ? new StubAnswer(200, $"<R><DBClusters>{Cluster("main")}{Cluster("main-restored")}</DBClusters></R>")
            : request.Body.Contains("Action=DescribeDBInstances", StringComparison.Ordinal)
                ? new StubAnswer(200, $"<R><DBInstances>{Instance("main1", "subnets")}{Instance("main-restored1", "subnets")}{Instance("plain", "subnets")}{Instance("other", "others")}</DBInstances></R>")
                : null;
    }

    private FakeStack Add(string name, string environment, string app = "shop")
    {
        var stack = _aws.Add(name, "CREATE_COMPLETE");
        (stack.Tags["landfall:app"], stack.Tags["landfall:environment"], stack.Tags["landfall:part"]) = (app, environment, name.Split('-')[^1]);
        stack.On["DeleteStack"] = () => stack.Becomes("DELETE_COMPLETE");
        return stack;
    }
}
