using System.Text.Json;
using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class ServiceLinkedRolesTests
{
    private static readonly string[] Types = ["AWS::ECS::Cluster", "AWS::ECS::Service", "AWS::RDS::DBInstance", "AWS::RDS::DBCluster"];

    private readonly List<string> _said = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EnsureAsync_RoleMissing_IsMadeAndGivenTimeToSpread()
    {
        using var aws = HttpStub.InTurn(Roles("ecs.amazonaws.com"), new StubAnswer(200, "<CreateServiceLinkedRoleResponse/>"));
        var time = new HurriedTime();

        Assert.Equal(["ecs.amazonaws.com", "rds.amazonaws.com"], await EnsureAsync(aws, Types, time));

        Assert.Equal(["ListRoles", "CreateServiceLinkedRole"], aws.Requests.Select(request => request.Form["Action"]));
        Assert.Equal("rds.amazonaws.com", aws.Requests[1].Form["AWSServiceName"]);
        Assert.Equal(["Creating the account's service-linked roles of rds.amazonaws.com (once) …"], _said);
        Assert.Contains(ServiceLinkedRoles.Spreading, time.Waits);
    }

    [Fact]
    public async Task EnsureAsync_RolesThere_MakesNoneAndWaitsForNothing()
    {
        using var aws = HttpStub.InTurn(Roles("ecs.amazonaws.com", "rds.amazonaws.com"));
        var time = new HurriedTime();

        await EnsureAsync(aws, Types, time);

        Assert.Single(aws.Requests);
        Assert.Empty(_said);
        Assert.DoesNotContain(ServiceLinkedRoles.Spreading, time.Waits);
    }

    [Fact]
    public async Task EnsureAsync_RolesRecorded_AsksNothing()
    {
        using var aws = HttpStub.InTurn(Roles());

        Assert.Equal(["ecs.amazonaws.com", "rds.amazonaws.com"], await EnsureAsync(aws, Types, new HurriedTime(), ["ecs.amazonaws.com", "rds.amazonaws.com"]));

        Assert.Empty(aws.Requests);
    }

    [Fact]
    public async Task EnsureAsync_SomeRolesRecorded_GivesThoseThatAreThereNow()
    {
        using var aws = HttpStub.InTurn(Roles("ecs.amazonaws.com", "support.amazonaws.com", "elasticfilesystem.amazonaws.com", "rds.amazonaws.com"));

        Assert.Equal(["ecs.amazonaws.com", "elasticfilesystem.amazonaws.com", "rds.amazonaws.com"], await EnsureAsync(aws, Types, new HurriedTime(), ["ecs.amazonaws.com"]));
    }

    [Fact]
    public async Task EnsureAsync_NotAllowed_LeavesItToAws()
    {
        using var aws = HttpStub.InTurn(Roles(), new StubAnswer(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>"));

        Assert.Equal(["ecs.amazonaws.com"], await EnsureAsync(aws, Types, new HurriedTime(), ["ecs.amazonaws.com"]));

        Assert.Equal("Service-linked roles are left to AWS, which makes them at the first use: no", _said[^1]);
    }

    [Fact]
    public async Task EnsureAsync_NothingThatNeedsARole_AsksNothing()
    {
        using var aws = HttpStub.InTurn(Roles());

        await EnsureAsync(aws, ["AWS::SQS::Queue"], new HurriedTime());

        Assert.Empty(aws.Requests);
    }

    [Fact]
    public void NeededBy_EveryGoldenTemplate_IsWhatAContainerSystemUses()
    {
        var types = Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, "tests/Landfall.Constructs.Tests/Golden"), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("Resources").EnumerateObject())
            .Select(resource => resource.Value.GetProperty("Type").GetString()!);

        Assert.Superset(
            new HashSet<string> { "ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com", "rds.amazonaws.com" },
            ServiceLinkedRoles.NeededBy(types).ToHashSet());
    }

    private async Task<IReadOnlyList<string>> EnsureAsync(HttpStub aws, IReadOnlyList<string> types, TimeProvider time, IReadOnlyList<string>? recorded = null)
    {
        using var session = new AwsSession("eu-west-1", time, new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? aws.Url : null);
        return await new ServiceLinkedRoles(session, ServiceLinkedRoles.Spreading, time).EnsureAsync(types, recorded ?? [], _said.Add, Stop);
    }

    private static StubAnswer Roles(params string[] services) => new(
        200,
        $"<ListRolesResponse><ListRolesResult><Roles>{string.Concat(services.Select(service => $"<member><Path>/aws-service-role/{service}/</Path></member>"))}</Roles><IsTruncated>false</IsTruncated></ListRolesResult></ListRolesResponse>");
}
