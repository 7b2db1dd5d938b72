using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Changes;

public sealed class NewServiceRolesTests
{
    private const string None = "<R><ListRolesResult><Roles><member><Path>/aws-service-role/ecs.amazonaws.com/</Path></member></Roles><IsTruncated>false</IsTruncated></ListRolesResult></R>";
    private const string Denied = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";

    private static readonly IReadOnlyList<AssemblyStack> Stacks = Environments.Golden("shop/dev");

    [Theory]
    [InlineData(200, None, "ecs.application-autoscaling.amazonaws.com elasticloadbalancing.amazonaws.com", "rds.amazonaws.com")]
    [InlineData(200, None, "", "ecs.application-autoscaling.amazonaws.com elasticloadbalancing.amazonaws.com rds.amazonaws.com")]
    [InlineData(403, Denied, "", "")]
    public async Task AddAsync_NewEnvironment_NamesTheRolesThatAreNeitherRecordedNorThere(int status, string answer, string recorded, string expected)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(status, answer));

        var change = await AddAsync(aws, ChangeFinder.Find("dev", [], Stacks, []), recorded.Split(' '));

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), change.ServiceRoles);
        Assert.Equal(["ListRoles"], aws.Requests.Select(request => request.Form["Action"]));
    }

    [Fact]
    public async Task AddAsync_NothingChanges_AsksNothing()
    {
        using var aws = HttpStub.InTurn();

        Assert.Empty((await AddAsync(aws, Environments.Change("shop/dev"), [])).ServiceRoles);

        Assert.Empty(aws.Requests);
    }

    private static async Task<Change> AddAsync(HttpStub aws, Change change, IReadOnlyList<string> recorded)
    {
        using var session = new AwsSession("eu-west-1", TimeProvider.System, new BasicAWSCredentials("A", "S"), name => name == "AWS_ENDPOINT_URL" ? aws.Url : null);
        return await NewServiceRoles.AddAsync(change, Stacks, recorded, session, TestContext.Current.CancellationToken);
    }
}
