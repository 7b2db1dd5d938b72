using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Tests.Synthesis;

public sealed class BuildErrorsTests
{
    [Theory]
    [InlineData(
        "/app/infra/App.cs(14,45): error CS0117: 'Plan' does not contain a definition for 'Nam' [/app/infra/Infra.csproj]",
        "/app/infra/App.cs:14:45 CS0117 'Plan' does not contain a definition for 'Nam'")]
    [InlineData(
        "/app/infra/App.cs(14,45,14,48): error CS0117: Text [/app/infra/Infra.csproj::TargetFramework=net10.0]",
        "/app/infra/App.cs:14:45 CS0117 Text")]
    [InlineData(
        "    /app/infra/Infra.csproj : error NU1101: Unable to find package A. No packages exist with this id in source(s): b [/app/infra/Infra.csproj]",
        "/app/infra/Infra.csproj NU1101 Unable to find package A. No packages exist with this id in source(s): b")]
    [InlineData(
        "CSC : error CS5001: Program does not contain a static 'Main' method [/app/infra/Infra.csproj]",
        "CSC CS5001 Program does not contain a static 'Main' method")]
    [InlineData(
        "C:\\app\\App.cs(1,2): error CS0103: The name 'Nag[0]' does not exist\r",
        "C:\\app\\App.cs:1:2 CS0103 The name 'Nag[0]' does not exist")]
    public void Of_OneError_IsOneLineWithItsPlace(string output, string expected) =>
        Assert.Equal([expected], BuildErrors.Of($"Determining projects …\n{output}\n"));

    [Fact]
    public void Of_TheSameErrorTwice_IsOneLine() =>
        Assert.Single(BuildErrors.Of("A.cs(1,2): error CS1: X [P]\nA.cs(1,2): error CS1: X [P]\n"));

    [Fact]
    public void Of_ManyErrors_ShowsTenAndCountsTheRest()
    {
        var output = string.Join('\n', Enumerable.Range(1, 13).Select(i => $"A.cs({i},1): error CS1: X [P]"));

        var errors = BuildErrors.Of(output);

        Assert.Equal(11, errors.Count);
        Assert.Equal("and 3 more", errors[^1]);
    }

    [Fact]
    public void Of_NoErrorInTheUsualForm_ShowsTheText() =>
        Assert.Equal(["The SDK 'X' could not be found."], BuildErrors.Of("\nThe SDK 'X' could not be found.\n"));

    [Theory]
    [InlineData("/a.csproj NU1101 Unable to find package Landfall.Constructs. No packages exist with this id in source(s): b", true)]
    [InlineData("/a.csproj NU1102 Unable to find package Landfall.Constructs with version (>= 9.0.0)", true)]
    [InlineData("/a.csproj NU1101 Unable to find package Other. No packages exist with this id in source(s): b", false)]
    [InlineData("/a.cs:1:2 CS0103 No package Landfall.Constructs", false)]
    public void MissConstructs_Errors_AreThoseOfThePackage(string error, bool expected) =>
        Assert.Equal(expected, BuildErrors.MissConstructs(["/a.cs:1:1 CS1 X", error]));
}
