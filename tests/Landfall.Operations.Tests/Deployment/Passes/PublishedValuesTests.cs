using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class PublishedValuesTests
{
    private static readonly string Chain = string.Join('\n',
        "Cluster < /shop/dev/cluster",
        """Vpc: { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } }""",
        """Subnet: { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" } } }""",
        Publish("/shop/dev/subnet", """{ "Ref": "Subnet" }"""),
        Publish("/shop/dev/reader", """{ "Ref": "Cluster" }"""),
        Publish("/shop/dev/fixed", "\"x\""));

    [Fact]
    public void MayChange_SameTemplate_IsNothing() => Assert.Empty(MayChange(Chain, Chain));

    [Fact]
    public void MayChange_ResourceThatAnotherRefersTo_ReachesWhatIsPublishedOfThem() =>
        Assert.Equal(["/shop/dev/subnet"], MayChange(Chain, Chain.Replace("10.0.0.0", "10.1.0.0", StringComparison.Ordinal)));

    [Fact]
    public void MayChange_ValueThatIsReadMayHaveChanged_ReachesWhatIsPublishedOfIt() =>
        Assert.Equal(["/shop/dev/reader"], MayChange(Chain, Chain, "/shop/dev/cluster"));

    [Fact]
    public void MayChange_NewStack_IsAllThatItPublishesOfItsOwn() =>
        Assert.Equal(["/shop/dev/subnet", "/shop/dev/reader", "/shop/dev/fixed"], MayChange("", Chain));

    private static IEnumerable<string> MayChange(string before, string after, params string[] read) =>
        PublishedValues.MayChange(Template(before), Template(after), read.ToHashSet(StringComparer.Ordinal));
}
