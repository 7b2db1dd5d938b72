using Landfall.Config;
using Landfall.Operations.OneOff;

namespace Landfall.Operations.Tests.OneOff;

public sealed class RunVariablesTests
{
    [Fact]
    public void Read_Variables_GivesValuesByName() =>
        Assert.Equal([("A", "1=2"), ("_b1", "")], RunVariables.Read(["_b1=", "A=1=2"], ["C"]).Select(one => (one.Key, one.Value)));

    [Theory]
    [InlineData("A", "", "'A' is no variable. Write NAME=value")]
    [InlineData("1A=x", "", "'1A' is not the name of a variable")]
    [InlineData("=x", "", "'' is not the name of a variable")]
    [InlineData("A=1", "A-B", "'A-B' is not the name of a variable")]
    [InlineData("A=1,A=2", "", "The variable 'A' is given twice")]
    [InlineData("A=1", "A", "The variable 'A' is given twice")]
    public void Read_WhatIsNone_IsRefused(string given, string secret, string message)
    {
        var error = Assert.Throws<LandfallException>(() => RunVariables.Read(given.Split(','), secret.Length == 0 ? [] : [secret]));

        Assert.Equal(ErrorCodes.RunChoice, error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
