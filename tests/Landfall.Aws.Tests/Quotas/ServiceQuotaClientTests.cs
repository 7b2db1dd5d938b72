using Landfall.Aws.Quotas;

namespace Landfall.Aws.Tests.Quotas;

public sealed class ServiceQuotaClientTests
{
    [Fact]
    public async Task ListAsync_SeveralPages_GivesEveryQuotaThatHasAValue()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, """{"NextToken":"more","Quotas":[{"ServiceCode":"vpc","QuotaArn":"arn:aws:servicequotas:eu-west-1:1:vpc/L-407747CB","QuotaCode":"L-407747CB","QuotaName":"Subnets per VPC","Value":200.0,"Unit":"None","Adjustable":true,"GlobalQuota":false}]}"""),
            new StubAnswer(200, """{"Quotas":[{"QuotaCode":"L-1","QuotaName":"Told by nobody","ErrorReason":{"ErrorCode":"SERVICE_QUOTA_NOT_AVAILABLE_ERROR"}},{"QuotaCode":"L-0EA8095F","QuotaName":"Inbound or outbound rules per security group","Value":120.0}]}"""));
        using var session = StubSession.To(aws);

        var quotas = await new ServiceQuotaClient(session).ListAsync("vpc", TestContext.Current.CancellationToken);

        Assert.Equal([new AppliedQuota("L-407747CB", "Subnets per VPC", 200), new AppliedQuota("L-0EA8095F", "Inbound or outbound rules per security group", 120)], quotas);
        Assert.Equal("ServiceQuotasV20190624.ListServiceQuotas", aws.Requests[0].Headers["X-Amz-Target"]);
        Assert.Equal("""{"ServiceCode":"vpc","MaxResults":100}""", aws.Requests[0].Body);
        Assert.Equal("""{"ServiceCode":"vpc","MaxResults":100,"NextToken":"more"}""", aws.Requests[1].Body);
        Assert.Contains("/servicequotas/aws4_request", aws.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_ServiceThatIsNotThere_IsAwssError()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"NoSuchResourceException","Message":"The request failed because the specified service does not exist."}"""));
        using var session = StubSession.To(aws);

        var e = await Assert.ThrowsAsync<AwsException>(() => new ServiceQuotaClient(session).ListAsync("iam", TestContext.Current.CancellationToken));

        Assert.Equal("NoSuchResourceException", e.Code);
    }
}
