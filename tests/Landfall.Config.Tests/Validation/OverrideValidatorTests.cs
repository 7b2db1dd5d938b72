using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class OverrideValidatorTests
{
    [Theory]
    [InlineData("Properties.InstanceTenancy: dedicated")]
    [InlineData("Properties: { EnableDnsSupport: true }")]
    [InlineData("DeletionPolicy: Retain")]
    [InlineData("Metadata.note: null")]
    public void Validate_PartOfAResource_IsAccepted(string patch) =>
        Assert.Empty(SmallFile.Problems($"overrides:\n  network/Vpc: {{ {patch} }}\n"));

    [Theory]
    [InlineData("properties.Cpu", "Did you mean 'Properties.Cpu'?")]
    [InlineData("Propertes.Cpu.Units", "Did you mean 'Properties.Cpu.Units'?")]
    [InlineData("Cpu.Units", "Did you mean 'Properties.Cpu.Units'?")]
    [InlineData("DeletePolicy", "Did you mean 'DeletionPolicy'?")]
    public void Validate_NoPartOfAResource_IsReportedWithWhatWasMeant(string property, string expected)
    {
        var problem = Assert.Single(TestLoad.Text($"{SmallFile.Head}overrides:\n  network/Vpc:\n    {property}: 1\n").Problems);

        Assert.Equal("LF1209", problem.Code);
        Assert.Equal(6, problem.Line);
        Assert.EndsWith(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_IdsThatAreNested_AreAnsweredWithOnePath()
    {
        var problem = Assert.Single(TestLoad.Text($"{SmallFile.Head}services: {{ api: {{ type: internal, image: x }} }}\noverrides:\n  api:\n    Service: {{ Properties.DesiredCount: 2 }}\n").Problems);

        Assert.EndsWith("Write 'api/Service: { Properties.DesiredCount: … }'.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("network/Vpc", "Properties.EnableDnsSuport: true", "LF1211", "Did you mean 'Properties.EnableDnsSupport'?")]
    [InlineData("network/Vpc", "Properties.VpcId: vpc-1", "LF1211", "AWS alone sets VpcId")]
    [InlineData("network/PrivateEndpoint", "Properties.PrivateDnsEnabled: 3", "LF1212", "takes true or false")]
    [InlineData("edge-global/CdnFirewall", "Properties.Scop: CLOUDFRONT", "LF1211", "Did you mean 'Properties.Scope'?")]
    [InlineData("data/EmailsQueue", "Properties.DelaySeconds: 901", "LF1212", "takes 0 to 900")]
    [InlineData("api/TaskDefinition", "Properties.Memoryy: \"512\"", "LF1211", "Did you mean 'Properties.Memory'?")]
    [InlineData("api/TaskRole", "Properties.Policies.0.PolicyNam: x", "LF1211", "Did you mean 'Properties.Policies.0.PolicyName'?")]
    public void Validate_PatchThatCloudFormationRefuses_IsReportedAtItsPlace(string path, string patch, string code, string expected)
    {
        var problem = Assert.Single(TestLoad.Text($"{SmallFile.Head}services: {{ api: {{ type: internal, image: x }} }}\noverrides:\n  {path}:\n    {patch}\n").Problems);

        Assert.Equal((code, 7), (problem.Code, problem.Line));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("netwrok/Vpc", "there is no stack 'netwrok'. Did you mean 'network'? There can be: network, data, edge, edge-global, api.")]
    [InlineData("network/Vcp", "Did you mean 'network/Vpc'?")]
    [InlineData("shop-dev-api/TaskDefinitoin", "Did you mean 'api/TaskDefinition'?")]
    public void Validate_PathThatNamesNothing_IsReportedAtItsPlace(string path, string expected)
    {
        var problem = Assert.Single(TestLoad.Text($"{SmallFile.Head}services: {{ api: {{ type: internal, image: x }} }}\noverrides:\n  {path}: {{ Metadata.note: x }}\n").Problems);

        Assert.Equal(("LF2001", 6), (problem.Code, problem.Line));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_PathWithAHostOfOnesOwn_MayNameWhatThatAdds() =>
        Assert.Empty(TestLoad.Text($"{SmallFile.Head}extend: ./infra\noverrides:\n  records/Alarm: {{ Properties.EvaluationPeriods: 5 }}\n  network/Vcp: {{ Properties.Anything: 1 }}\n").Problems);
}
