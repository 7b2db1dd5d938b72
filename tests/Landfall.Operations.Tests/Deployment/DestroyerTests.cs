using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DestroyerTests : IDisposable
{
    private const string Data = """
        {
          "Parameters": { "DeletionProtection": { "Type": "String", "Default": "false" } },
          "Resources": {
            "Files": { "Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain" },
            "Logs": { "Type": "AWS::S3::Bucket" },
            "Orders": { "Type": "AWS::DynamoDB::Table", "Properties": { "DeletionProtectionEnabled": { "Ref": "DeletionProtection" } } },
            "Id": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/shop/dev/tables/orders" } }
          }
        }
        """;

    private const string Api = """{ "Parameters": { "Orders": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/dev/tables/orders" } }, "Resources": { "Role": { "Type": "AWS::IAM::Role" } } }""";

    private readonly FakeCloudFormation _aws;
    private readonly List<string> _asked = [];
    private readonly List<string> _said = [];

    public DestroyerTests()
    {
        _aws = new FakeCloudFormation(Others);
        Stack("data", Data).Resources.AddRange([("Files", "AWS::S3::Bucket"), ("Logs", "AWS::S3::Bucket"), ("Orders", "AWS::DynamoDB::Table"), ("Id", "AWS::SSM::Parameter")]);
        Stack("api", Api).Resources.Add(("Role", "AWS::IAM::Role"));
    }

    [Fact]
    public async Task Plan_StacksThatReadFromOthers_GoFirstAndWhatStaysIsToldFromWhatIsLost()
    {
        var plan = await PlanAsync();

        Assert.Equal(["api", "data"], plan.Stacks.Select(s => s.Name));
        Assert.Equal(["api"], plan.After["data"]);
        Assert.Empty(plan.After["api"]);
        Assert.Equal(["files"], plan.Retained.Select(r => r.PhysicalId));
        Assert.Equal(["logs", "orders"], plan.Lost.Select(r => r.PhysicalId));
        Assert.Equal(["logs", "orders", "id"], plan.Doomed["data"].Select(r => r.PhysicalId));
        Assert.Empty(plan.Protected);
    }

    [Fact]
    public async Task Plan_ProtectionIsOn_NamesWhatAwsWouldRefuse()
    {
        _aws.Stacks["data"].Parameters["DeletionProtection"] = "true";

        Assert.Equal(["orders"], (await PlanAsync()).Protected.Select(r => r.PhysicalId));

        // What stays is not deleted, and its protection is in nobody's way.
        _aws.Stacks["data"].Template = Data.Replace("\"AWS::DynamoDB::Table\",", "\"AWS::DynamoDB::Table\", \"DeletionPolicy\": \"Retain\",", StringComparison.Ordinal);
        Assert.Empty((await PlanAsync()).Protected);
    }

    [Fact]
    public async Task Plan_StackThatHasOnlyAChangeSet_HasNothingInIt()
    {
        _aws.Stacks.Clear();
        Stack("data", "no JSON").Becomes("REVIEW_IN_PROGRESS");

        Assert.Equal(["data"], (await PlanAsync()).Stacks.Select(s => s.Name));
    }

    [Fact]
    public async Task Plan_TemplateThatLandfallDidNotWrite_IsRefused()
    {
        _aws.Stacks["data"].Template = "Resources: {}";

        var refused = await Assert.ThrowsAsync<LandfallException>(PlanAsync);

        Assert.Equal(ErrorCodes.ForeignTemplate, refused.Code);
        Assert.Equal(
            "The template of 'data' is not JSON, so Landfall did not write it and cannot tell what it retains. Look at what is in the stack, delete it with the CloudFormation console, and run the same command again.",
            refused.Message);
    }

    [Fact]
    public async Task Destroy_APersonStopsIt_SaysWhatCloudFormationGoesOnWith()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var plan = await PlanAsync();
        _aws.Stacks["api"].On["DeleteStack"] = () =>
        {
            _aws.Stacks["api"].Becomes("DELETE_IN_PROGRESS");
            stop.Cancel();
        };

        var stopped = await Assert.ThrowsAsync<InterruptedDeploymentException>(() => Destroyer().DestroyAsync(plan, _said.Add, stop.Token));

        Assert.Equal("  api: DELETE_IN_PROGRESS", stopped.State);
        Assert.Equal(["DeleteStack api"], _aws.Done);
    }

    [Fact]
    public async Task Destroy_InTheOrderOfThePlan_EmptiesOnlyWhatGoes()
    {
        var reports = await DestroyAsync();

        Assert.Equal(["DeleteStack api", "DeleteStack data"], _aws.Done);
        Assert.Equal(["Deleting api …", "Deleting data …"], _said);
        Assert.All(reports, r => Assert.Equal(StackOutcome.Deleted, r.Outcome));
        Assert.Contains(_asked, path => path.StartsWith("/logs", StringComparison.Ordinal));
        Assert.DoesNotContain(_asked, path => path.StartsWith("/files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Destroy_ProtectedStack_LiftsItsProtectionRightBeforeItGoes()
    {
        _aws.Stacks["api"].Protected = true;

        await DestroyAsync();

        Assert.Equal(["UpdateTerminationProtection api", "DeleteStack api", "DeleteStack data"], _aws.Done);
        Assert.Equal("false", Assert.Single(_aws.Forms("UpdateTerminationProtection"))["EnableTerminationProtection"]);
    }

    [Fact]
    public async Task Destroy_StackCannotBeDeleted_KeepsWhatItStandsOnAndSaysWhy()
    {
        var api = _aws.Stacks["api"];
        api.On["DeleteStack"] = () => api.Becomes("DELETE_IN_PROGRESS", "DELETE_FAILED");

        var failed = await Assert.ThrowsAsync<LandfallException>(DestroyAsync);

        Assert.Equal(ErrorCodes.DeletionFailed, failed.Code);
        Assert.Equal("'api' could not be deleted: because of DELETE_FAILED\nMend the cause and run the same command again: it goes on from there.", failed.Message);
        var reports = Assert.IsType<FailedDeletion>(failed.Details).Stacks;
        Assert.Equal([("api", StackOutcome.Failed), ("data", StackOutcome.NotReached)], reports.Select(r => (r.Stack, r.Outcome)));
        Assert.Equal(["DeleteStack api"], _aws.Done);
    }

    [Fact]
    public void Preview_Environment_DeletesEveryStackAndTellsTheLoss()
    {
        var change = DestroyOperation.ChangeOf("dev", [.. _aws.Stacks.Values.Select(s => new DeployedStack(s.Read(), JsonNode.Parse(s.Template)!.AsObject()))]);

        Assert.Equal([("api", StackAction.Delete), ("data", StackAction.Delete)], change.Stacks.Select(s => (s.Name, s.Action)).OrderBy(s => s.Name));
        Assert.Contains(change.Effects, e => e.Kind == EffectKind.LosesData && e.Id.Contains("Orders", StringComparison.Ordinal));
        Assert.DoesNotContain(change.Effects, e => e.Kind == EffectKind.LosesData && e.Id.Contains("Files", StringComparison.Ordinal));
    }

    public void Dispose() => _aws.Dispose();

    private FakeStack Stack(string name, string template)
    {
        var stack = _aws.Add(name, "CREATE_COMPLETE");
        stack.Template = template;
        stack.On["DeleteStack"] = () => stack.Becomes("DELETE_IN_PROGRESS", "DELETE_COMPLETE");
        return stack;
    }

    private Task<DeletionPlan> PlanAsync() => Destroyer().PlanAsync([.. _aws.Stacks.Values.Select(s => s.Read())], TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<StackReport>> DestroyAsync() => await Destroyer().DestroyAsync(await PlanAsync(), _said.Add, TestContext.Current.CancellationToken);

    private Destroyer Destroyer() => new(new StackRegions(_aws.Session), new HurriedTime());

    /// <summary>S3 and DynamoDB, as far as a deletion asks them.</summary>
    private StubAnswer? Others(StubRequest request)
    {
        if (request.Headers.ContainsKey("X-Amz-Target"))
            return new StubAnswer(200, "{}");
        if (request.Body.StartsWith("Action=", StringComparison.Ordinal))
            return null;
        lock (_asked)
            _asked.Add(request.PathAndQuery);
        return new StubAnswer(200, """<?xml version="1.0"?><ListVersionsResult><IsTruncated>false</IsTruncated></ListVersionsResult>""");
    }
}
