using Landfall.Aws.Identity;

namespace Landfall.Aws.Tests.Identity;

public sealed class ServiceLinkedRoleClientTests
{
    private const string Taken = "<ErrorResponse><Error><Code>InvalidInput</Code><Message>Service role name AWSServiceRoleForECS has been taken in this account</Message></Error></ErrorResponse>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_SeveralPages_GivesTheServicesOfAll()
    {
        using var aws = HttpStub.InTurn(
            Roles("<member><Path>/aws-service-role/ecs.amazonaws.com/</Path></member>", "<IsTruncated>true</IsTruncated><Marker>next</Marker>"),
            Roles("<member><Path>/aws-service-role/ecs.application-autoscaling.amazonaws.com/</Path></member>", "<IsTruncated>false</IsTruncated>"));
        using var session = StubSession.To(aws);

        Assert.Equal(["ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com"], (await new ServiceLinkedRoleClient(session).ListAsync(Stop)).Order(StringComparer.Ordinal));

        Assert.Equal("/aws-service-role/", aws.Requests[0].Form["PathPrefix"]);
        Assert.Equal("next", aws.Requests[1].Form["Marker"]);
    }

    [Fact]
    public async Task CreateAsync_RoleThatSomebodyHasJustMade_IsAsGood()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, Taken), Roles("<member><Path>/aws-service-role/ecs.amazonaws.com/</Path></member>", ""));
        using var session = StubSession.To(aws);

        await new ServiceLinkedRoleClient(session).CreateAsync("ecs.amazonaws.com", Stop);

        Assert.Equal(("CreateServiceLinkedRole", "ecs.amazonaws.com"), (aws.Requests[0].Form["Action"], aws.Requests[0].Form["AWSServiceName"]));
    }

    [Fact]
    public async Task CreateAsync_RefusedAndNotThere_Fails()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, Taken), Roles("", ""));
        using var session = StubSession.To(aws);

        var refused = await Assert.ThrowsAsync<AwsException>(() => new ServiceLinkedRoleClient(session).CreateAsync("ecs.amazonaws.com", Stop));

        Assert.Equal("InvalidInput", refused.Code);
    }

    private static StubAnswer Roles(string members, string rest) =>
        new(200, $"<ListRolesResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ListRolesResult><Roles>{members}</Roles>{rest}</ListRolesResult></ListRolesResponse>");
}
