using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes.Rules;

public class OpeningRulesTests
{
    private const string Group = "AWS::EC2::SecurityGroup";

    [Theory]
    [InlineData("10.0.0.0/16 443-443", "10.0.0.0/16 443-443", false)]
    [InlineData("10.0.0.0/16 443-443", "10.0.1.0/24 443-443", false)]
    [InlineData("10.0.1.0/24 443-443", "10.0.0.0/16 443-443", true)]
    [InlineData("10.0.0.0/16 443-443", "0.0.0.0/0 443-443", true)]
    [InlineData("0.0.0.0/0 80-443", "0.0.0.0/0 443-443", false)]
    [InlineData("0.0.0.0/0 443-443", "0.0.0.0/0 80-443", true)]
    [InlineData("0.0.0.0/0 443-443", "::/0 443-443", true)]
    public void Change_InlineRule_OpensWhatWasNotOpen(string before, string after, bool opens)
    {
        static string Properties(string rule) => $$$"""{"SecurityGroupIngress":[{"IpProtocol":"tcp","{{{(rule.Contains(':', StringComparison.Ordinal) ? "CidrIpv6" : "CidrIp")}}}":"{{{rule.Split(' ')[0]}}}","FromPort":{{{rule.Split(' ')[1].Split('-')[0]}}},"ToPort":{{{rule.Split('-')[1]}}}}]}""";

        Assert.Equal(opens ? ["network!"] : [], Judge.Change(Group, Properties(before), Properties(after)));
    }

    [Theory]
    [InlineData("\"CidrIp\":\"0.0.0.0/0\"", "\"SourcePrefixListId\":\"pl-1\"", "interrupts!")]
    [InlineData("\"SourcePrefixListId\":\"pl-1\"", "\"CidrIp\":\"0.0.0.0/0\"", "network!")]
    [InlineData("\"CidrIp\":\"10.0.0.0/8\"", "\"SourcePrefixListId\":\"pl-1\"", "network!")]
    public void Change_RuleOfItsOwn_CutsOffWhoIsNotOnTheList(string before, string after, string effect)
    {
        static string Properties(string peer) => $$$"""{"GroupId":"sg-1","IpProtocol":"tcp",{{{peer}}},"FromPort":443,"ToPort":443}""";

        Assert.Contains(effect, Judge.Change("AWS::EC2::SecurityGroupIngress", Properties(before), Properties(after)));
    }

    [Theory]
    [InlineData("tcp", "-1", true)]
    [InlineData("-1", "tcp", false)]
    [InlineData("6", "tcp", false)]
    [InlineData("tcp", "udp", true)]
    public void Change_Protocol_OpensWhatWasNotOpen(string before, string after, bool opens)
    {
        static string Properties(string protocol) => $$$"""{"SecurityGroupIngress":[{"IpProtocol":"{{{protocol}}}","CidrIp":"10.0.0.0/8","FromPort":1,"ToPort":2}]}""";

        Assert.Equal(opens ? ["network!"] : [], Judge.Change(Group, Properties(before), Properties(after)));
    }

    [Fact]
    public void Change_NoEgressListAnyMore_LetsEverythingOut()
    {
        const string Closed = """{"SecurityGroupEgress":[{"IpProtocol":"tcp","CidrIp":"10.0.0.0/8","FromPort":1,"ToPort":2}]}""";

        Assert.Equal(["network!"], Judge.Change(Group, Closed, "{}"));
        Assert.Empty(Judge.Change(Group, "{}", Closed));
    }

    [Fact]
    public void Change_OnlyNobodyIsLetOut_OpensNothing() =>
        Assert.Empty(Judge.Change(Group, null, """{"SecurityGroupEgress":[{"IpProtocol":"icmp","CidrIp":"255.255.255.255/32","FromPort":252,"ToPort":86}]}"""));

    [Fact]
    public void Change_RuleOfItsOwnOnAGroupThatRuns_IsHarm()
    {
        var effect = Assert.Single(Judge.Find(Template(Closed("Group")), Template(Closed("Group"), Rule("\"CidrIp\":\"0.0.0.0/0\""))).Effects);

        Assert.True(effect.Harmful);
        Assert.Equal("Lets in at app-dev-data/Group: tcp, port 22, from 0.0.0.0/0.", effect.Text);
    }

    [Fact]
    public void Change_RuleForANewPeer_IsListedAndNoHarm()
    {
        const string Peer = """ "SourceSecurityGroupId":{"Fn::GetAtt":["Tasks","GroupId"]} """;
        var before = Template(Closed("Group"));
        var between = Template(Closed("Group"), Closed("Tasks"));
        var after = Template(Closed("Group"), Closed("Tasks"), Rule(Peer));

        Assert.False(Assert.Single(Judge.Find(before, after).Effects, e => e.Kind == EffectKind.Network).Harmful);
        Assert.True(Assert.Single(Judge.Find(between, after).Effects, e => e.Kind == EffectKind.Network).Harmful);
    }

    [Fact]
    public void Change_InlineRuleMovesIntoOneOfItsOwn_OpensNothing()
    {
        const string Inline = """{"Group":{"Type":"AWS::EC2::SecurityGroup","Properties":{"SecurityGroupEgress":[],"SecurityGroupIngress":[{"IpProtocol":"tcp","CidrIp":"10.0.0.0/8","FromPort":22,"ToPort":22}]}}}""";
        const string Own = """{"Group":{"Type":"AWS::EC2::SecurityGroup","Properties":{"SecurityGroupEgress":[]}},"Rule":{"Type":"AWS::EC2::SecurityGroupIngress","Properties":{"GroupId":{"Fn::GetAtt":["Group","GroupId"]},"IpProtocol":"tcp","CidrIp":"10.0.0.0/8","FromPort":22,"ToPort":22}}}""";

        Assert.DoesNotContain(Judge.Find(Inline, Own).Effects, e => e.Harmful);
        Assert.DoesNotContain(Judge.Find(Own, Inline).Effects, e => e.Harmful);
    }

    [Fact]
    public void Change_RouteToTheInternet_IsHarm() =>
        Assert.Contains("network!", Judge.Change("AWS::EC2::Route", """{"DestinationCidrBlock":"0.0.0.0/0","NatGatewayId":"nat"}""", """{"DestinationCidrBlock":"0.0.0.0/0","GatewayId":"igw"}"""));

    [Fact]
    public void Change_PublicIpsOfASubnet_IsHarm() =>
        Assert.Equal(["network!"], Judge.Change("AWS::EC2::Subnet", """{"MapPublicIpOnLaunch":false}""", """{"MapPublicIpOnLaunch":true}"""));

    private static string Template(params string[] resources) => "{" + string.Join(',', resources) + "}";

    private static string Closed(string name) => $"\"{name}\":" + """{"Type":"AWS::EC2::SecurityGroup","Properties":{"SecurityGroupEgress":[]}}""";

    private static string Rule(string peer) =>
        """ "Rule":{"Type":"AWS::EC2::SecurityGroupIngress","Properties":{"GroupId":{"Fn::GetAtt":["Group","GroupId"]},"IpProtocol":"tcp","FromPort":22,"ToPort":22,PEER}} """.Replace("PEER", peer, StringComparison.Ordinal);
}
