using Landfall.Aws.Ec2;

namespace Landfall.Aws.Tests.Ec2;

public sealed class SecurityGroupClientTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_SeveralPages_GivesWhichGroupsAreAdmittedOnTcpPorts()
    {
        using var aws = HttpStub.InTurn(
            Answer("DescribeSecurityGroups", """
                <securityGroupInfo><item><groupId>sg-2</groupId><vpcId>vpc-1</vpcId><ipPermissions>
                  <item><ipProtocol>tcp</ipProtocol><fromPort>8088</fromPort><toPort>8090</toPort><groups><item><groupId>sg-1</groupId><description>mine</description></item></groups></item>
                  <item><ipProtocol>udp</ipProtocol><fromPort>53</fromPort><toPort>53</toPort><groups><item><groupId>sg-1</groupId></item></groups></item>
                  <item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><ipRanges><item><cidrIp>10.0.0.0/8</cidrIp></item></ipRanges></item>
                  <item><ipProtocol>-1</ipProtocol><groups><item><groupId>sg-2</groupId></item></groups></item>
                </ipPermissions></item></securityGroupInfo><nextToken>more</nextToken>
                """),
            Answer("DescribeSecurityGroups", "<securityGroupInfo><item><groupId>sg-1</groupId><vpcId>vpc-1</vpcId></item></securityGroupInfo>"));
        using var session = StubSession.To(aws);
        using var groups = new SecurityGroupClient(session);

        var found = await groups.FindAsync(["sg-1", "sg-2"], Stop);

        Assert.Equal(["sg-1", "sg-2"], found.Select(group => group.Id));
        Assert.Empty(found[0].Admits);
        Assert.Equal([new GroupRule("sg-1", 8088, 8090, "mine")], found[1].Admits);
        var form = aws.Requests[0].Form;
        Assert.Equal(("group-id", "sg-1", "sg-2"), (form["Filter.1.Name"], form["Filter.1.Value.1"], form["Filter.1.Value.2"]));
        Assert.Equal("more", aws.Requests[1].Form["NextToken"]);
    }

    [Fact]
    public async Task CloseAsync_Rules_NamesEachByGroupAndPorts()
    {
        using var aws = HttpStub.InTurn(Answer("RevokeSecurityGroupIngress", "<return>true</return>"));
        using var session = StubSession.To(aws);
        using var groups = new SecurityGroupClient(session);

        await groups.CloseAsync("sg-2", [new GroupRule("sg-1", 8088, 8088, "mine")], Stop);

        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal(("sg-2", "tcp", "8088", "8088", "sg-1"), (form["GroupId"], form["IpPermissions.1.IpProtocol"], form["IpPermissions.1.FromPort"], form["IpPermissions.1.ToPort"], form["IpPermissions.1.Groups.1.GroupId"]));
    }

    private static StubAnswer Answer(string operation, string content) =>
        new(200, $"""<{operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>{content}</{operation}Response>""");
}
