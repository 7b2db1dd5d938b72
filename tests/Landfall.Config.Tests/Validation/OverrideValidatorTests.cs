using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class OverrideValidatorTests
{
    [Theory]
    [InlineData("Properties.Cpu: 1")]
    [InlineData("Properties: { Cpu: 1 }")]
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
}
